// Everything that is read or clicked: texts, buttons, labels, messages, people, pictures.

/* eslint-disable @typescript-eslint/no-deprecated -- the library still has Strong, Em and Strike, so they must be drawn */

import {
  AdfRenderer,
  AtlassianIcon,
  AtlassianTile,
  Badge,
  Bleed,
  Box,
  Breadcrumbs,
  BreadcrumbsItem,
  Button,
  ButtonGroup,
  Code,
  CodeBlock,
  Comment,
  Em,
  EmptyState,
  FileCard,
  Heading,
  Icon,
  Image,
  Inline,
  LinkButton,
  Link,
  List,
  ListItem,
  LoadingButton,
  Lozenge,
  Pagination,
  Pressable,
  ProgressBar,
  ProgressTracker,
  SectionMessage,
  SectionMessageAction,
  Spinner,
  Stack,
  Strike,
  Strong,
  Tag,
  TagGroup,
  Text,
  Tile,
  User,
  UserGroup,
  xcss,
} from '@forge/react';
import { record } from './record';

const PIXEL =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="8" height="8"%3E%3Crect width="8" height="8"/%3E%3C/svg%3E';

const DOCUMENT = {
  type: 'doc' as const,
  version: 1 as const,
  content: [
    {
      type: 'heading' as const,
      attrs: { level: 3 },
      content: [{ type: 'text' as const, text: 'Document title' }],
    },
    {
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'strong words', marks: [{ type: 'strong' as const }] }],
    },
  ],
};

export function Content() {
  return (
    <Stack space="space.100">
      <Text>
        Plain <Strong>strong</Strong> <Em>em</Em> <Strike>struck</Strike> <Code>code()</Code>
      </Text>
      <Heading size="small">Small heading</Heading>
      <ButtonGroup label="Buttons">
        <Button appearance="primary" iconBefore="add" onClick={record('Button.onClick')}>
          Press me
        </Button>
        <LoadingButton isLoading>Busy</LoadingButton>
        <LinkButton href="/wiki/spaces" appearance="link">
          Go to spaces
        </LinkButton>
        <Button isDisabled onClick={record('Button.disabled')}>
          Cannot
        </Button>
      </ButtonGroup>
      <Link href="https://example.com" openNewTab>
        Outside
      </Link>
      <Pressable padding="space.100" onClick={record('Pressable.onClick')}>
        <Text>Pressable</Text>
      </Pressable>
      <Box
        padding="space.100"
        backgroundColor="color.background.neutral"
        testId="styled-box"
        xcss={xcss({ borderColor: 'color.border.danger', borderStyle: 'solid', borderWidth: 'border.width' })}
      >
        <Bleed inline="space.050">
          <Text>Bled</Text>
        </Bleed>
      </Box>
      <Inline space="space.100" shouldWrap>
        <Lozenge appearance="success">Done</Lozenge>
        <Badge max={99}>{250}</Badge>
        <TagGroup>
          <Tag text="plain tag" />
          <Tag
            text="gone tag"
            removeButtonLabel="Remove gone tag"
            onAfterRemoveAction={record('Tag.removed')}
          />
        </TagGroup>
        <Icon glyph="edit" label="Edit icon" />
        <Icon glyph="status-warning" label="Warning icon" color="color.icon.warning" />
        <Spinner size="small" label="Working" />
      </Inline>
      <SectionMessage
        appearance="warning"
        title="Careful"
        actions={[
          <SectionMessageAction key="fix" onClick={record('SectionMessageAction.onClick')}>
            Fix it
          </SectionMessageAction>,
        ]}
      >
        <Text>Something needs care</Text>
      </SectionMessage>
      <EmptyState
        header="Nothing here"
        description="Make something"
        primaryAction={
          <Button appearance="primary" onClick={record('EmptyState.primary')}>
            Make it
          </Button>
        }
      />
      <ProgressBar value={0.4} ariaLabel="Progress" />
      <ProgressTracker
        items={[
          { id: 'one', label: 'One', percentageComplete: 100, status: 'visited' },
          { id: 'two', label: 'Two', percentageComplete: 0, status: 'current' },
        ]}
      />
      <CodeBlock text={'const a = 1;\nconst b = 2;'} language="javascript" highlight="2" />
      <List type="ordered">
        <ListItem>First item</ListItem>
        <ListItem>Second item</ListItem>
      </List>
      <Breadcrumbs>
        <BreadcrumbsItem text="Home" href="/wiki/spaces" />
        <BreadcrumbsItem text="Here" />
      </Breadcrumbs>
      <Pagination pages={[1, 2, 3]} onChange={record('Pagination.onChange')} />
      <User accountId="ada" />
      <UserGroup>
        <User accountId="ada" />
        <User accountId="mia" hideDisplayName />
      </UserGroup>
      <Image src={PIXEL} alt="A black square" size="xsmall" />
      <Tile label="Tile">T</Tile>
      <AtlassianIcon glyph="page" label="Page icon" />
      <AtlassianTile glyph="blog" label="Blog tile" />
      <FileCard fileName="rules.json" fileSize={12} fileType="application/json" />
      <AdfRenderer document={DOCUMENT} />
      <Comment
        author={{ text: 'Ada Admin' }}
        time={{ text: 'Nov 21' }}
        avatar={<User accountId="ada" hideDisplayName />}
        content={<Text>Comment content</Text>}
        actions={[{ text: 'Answer', onClick: record('Comment.action') }]}
      />
    </Stack>
  );
}
