// Every element that a UI Kit page can be made of, and the component that draws it. The list of names is checked
// against @forge/react's own by a test, so that an update of the library cannot add one unnoticed.

import type { ComponentType } from 'react';
import { AdfRenderer } from './components/adf';
import { Button, ButtonGroup, Link, LinkButton } from './components/buttons';
import {
  BarChart,
  HorizontalBarChart,
  HorizontalStackBarChart,
  StackBarChart,
} from './components/bar-charts';
import { Checkbox, CheckboxGroup, Radio, RadioGroup, Toggle } from './components/choices';
import { CodeBlock } from './components/code-block';
import { Comment } from './components/comment';
import { Calendar, DatePicker, TimePicker } from './components/dates';
import { DynamicTable } from './components/dynamic-table';
import { CommentEditor } from './components/editors';
import {
  EmptyState,
  ProgressBar,
  ProgressTracker,
  SectionMessage,
  SectionMessageAction,
  Spinner,
} from './components/feedback';
import {
  ErrorMessage,
  Form,
  FormFooter,
  FormHeader,
  FormSection,
  HelperMessage,
  Label,
  RequiredAsterisk,
  ValidMessage,
} from './components/form';
import { Fragment } from './components/fragment';
import { Frame } from './components/frame';
import { Icon } from './components/icon';
import { InlineEdit } from './components/inline-edit';
import { Badge, Lozenge, Tag, TagGroup } from './components/labels';
import { Bleed, Box, Inline, Pressable, Stack } from './components/layout';
import { LineChart } from './components/line-chart';
import { Breadcrumbs, BreadcrumbsItem, List, ListItem, Pagination } from './components/lists';
import { AtlassianIcon, AtlassianTile, FileCard, FilePicker, Image, Tile } from './components/media';
import { Modal, ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from './components/modal';
import { Popup, Tooltip } from './components/overlays';
import { User, UserGroup, UserPicker } from './components/people';
import { DonutChart, PieChart } from './components/pie-charts';
import { Range } from './components/range';
import { Select } from './components/select';
import { Tab, TabList, TabPanel, Tabs } from './components/tabs';
import { Code, Em, Heading, Strike, Strong, Text } from './components/text';
import { TextArea, Textfield } from './components/text-fields';
import type { NodeProps } from './node-props';

/** The components by the name that an element has in a ForgeDoc. */
export const COMPONENT_TABLE = {
  AdfRenderer,
  AtlassianIcon,
  AtlassianTile,
  Badge,
  BarChart,
  Bleed,
  Box,
  Breadcrumbs,
  BreadcrumbsItem,
  Button,
  ButtonGroup,
  Calendar,
  Checkbox,
  CheckboxGroup,
  ChromelessEditor: CommentEditor,
  Code,
  CodeBlock,
  Comment,
  CommentEditor,
  DatePicker,
  DonutChart,
  DynamicTable,
  Em,
  EmptyState,
  ErrorMessage,
  FileCard,
  FilePicker,
  Form,
  FormFooter,
  FormHeader,
  FormSection,
  Fragment,
  Frame,
  Heading,
  HelperMessage,
  HorizontalBarChart,
  HorizontalStackBarChart,
  Icon,
  Image,
  Inline,
  InlineEdit,
  Label,
  LineChart,
  Link,
  LinkButton,
  List,
  ListItem,
  LoadingButton: Button,
  Lozenge,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Pagination,
  PieChart,
  Popup,
  Pressable,
  ProgressBar,
  ProgressTracker,
  Radio,
  RadioGroup,
  Range,
  RequiredAsterisk,
  Root: Fragment,
  SectionMessage,
  SectionMessageAction,
  Select,
  Spinner,
  Stack,
  StackBarChart,
  Strike,
  Strong,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Tag,
  TagGroup,
  Text,
  TextArea,
  Textfield,
  Tile,
  TimePicker,
  Toggle,
  Tooltip,
  User,
  UserGroup,
  UserPicker,
  ValidMessage,
} as const satisfies Readonly<Record<string, ComponentType<NodeProps>>>;
