// The demo site's spaces and what is in them: enough to look like a team's wiki, small enough to read.

import type { TemplateContent } from '../templates/store';
import { DEMO_ACCOUNTS } from './people';

export interface DemoContent {
  readonly type: 'page' | 'blogpost';
  readonly title: string;
  readonly author: string;
  /** Storage format. */
  readonly body: string;
  readonly labels?: readonly string[];
  readonly children?: readonly DemoContent[];
}

export interface DemoSpace {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly content: readonly DemoContent[];
  /** Page templates of the space. */
  readonly templates?: readonly TemplateContent[];
}

const { admin, member, writer } = DEMO_ACCOUNTS;

export const DEMO_CONTENT: readonly DemoSpace[] = [
  {
    key: 'ENG',
    name: 'Engineering',
    description: 'How we build things, and why we built them that way.',
    owner: admin,
    content: [
      {
        type: 'page',
        title: 'Architecture decisions',
        author: writer,
        labels: ['architecture'],
        body: '<h2>What is recorded here</h2><p>One page for each decision that would surprise somebody in a year.</p><ul><li><p>What we decided</p></li><li><p>What else we considered</p></li><li><p>What follows from it</p></li></ul>',
        children: [
          {
            type: 'page',
            title: 'ADR 1: One queue for all notifications',
            author: writer,
            labels: ['adr', 'accepted'],
            body: '<p>Every service writes to the same queue. <strong>Accepted</strong> after the review on <time datetime="2025-03-04" />.</p>',
          },
          {
            type: 'page',
            title: 'ADR 2: Feature flags live for ninety days',
            author: member,
            labels: ['adr', 'proposed'],
            body: `<p>Proposed by <ac:link><ri:user ri:account-id="${member}" /></ac:link>. A flag older than ninety days is removed.</p>`,
          },
        ],
      },
      {
        type: 'page',
        title: 'Release checklist',
        author: member,
        labels: ['checklist'],
        body: `<p>Copy this list for each release.</p><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Freeze the branch</ac:task-body></ac:task><ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body><ac:link><ri:user ri:account-id="${writer}" /></ac:link> writes the release notes by <time datetime="2025-06-30" /></ac:task-body></ac:task></ac:task-list>`,
      },
      {
        type: 'blogpost',
        title: 'We cut our build time in half',
        author: writer,
        body: '<p>Caching the right folder did more than any faster machine. Here is what we measured.</p>',
      },
    ],
  },
  {
    key: 'OPS',
    name: 'Operations',
    description: 'Runbooks, incidents, and who is on call.',
    owner: admin,
    content: [
      {
        type: 'page',
        title: 'Runbook: restoring a backup',
        author: admin,
        labels: ['runbook'],
        body: '<ol><li><p>Find the newest backup.</p></li><li><p>Restore it beside the live data, never over it.</p></li></ol><ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[restore --from latest --to scratch]]></ac:plain-text-body></ac:structured-macro>',
      },
      {
        type: 'page',
        title: 'Incident 12: slow checkout',
        author: member,
        labels: ['incident', 'resolved'],
        body: '<h2>Summary</h2><p>Checkout was slow for 40 minutes. A missing index; added at 14:20.</p><ac:structured-macro ac:name="info"><ac:rich-text-body><p>No orders were lost.</p></ac:rich-text-body></ac:structured-macro>',
      },
    ],
  },
  {
    key: 'DEMO',
    templates: [
      {
        name: 'Meeting notes',
        description: 'Who was there, what was said, what follows.',
        body: '<h2>Present</h2><p></p><h2>Decisions</h2><ul><li><p></p></li></ul><h2>Tasks</h2><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Who does what by when</ac:task-body></ac:task></ac:task-list>',
      },
    ],
    name: 'Demo space',
    description: 'Try things here. A page whose title begins with “Meeting” gets a label and a comment.',
    owner: admin,
    content: [
      {
        type: 'page',
        title: 'Start here',
        author: admin,
        body: '<p>Create a page titled <em>Meeting: budget</em> in this space and watch what the automation does with it.</p>',
      },
    ],
  },
  {
    key: `~${member}`,
    name: 'Mia Member',
    description: 'Mia’s own notes.',
    owner: member,
    content: [],
  },
];
