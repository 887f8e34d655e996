// The packs that ship with the app, read from rules/ when the app is built. It must not change them.

import approvalGuard from '../../../rules/approval-guard.json';
import archiveHygiene from '../../../rules/archive-hygiene.json';
import attachmentPolicy from '../../../rules/attachment-policy.json';
import blogAnnouncement from '../../../rules/blog-announcement.json';
import commentModeration from '../../../rules/comment-moderation.json';
import copyHygiene from '../../../rules/copy-hygiene.json';
import decisionLog from '../../../rules/decision-log.json';
import liveDocNotes from '../../../rules/live-doc-notes.json';
import meetingNotes from '../../../rules/meeting-notes.json';
import namingConvention from '../../../rules/naming-convention.json';
import onboardingSpace from '../../../rules/onboarding-space.json';
import reviewRounds from '../../../rules/review-rounds.json';
import spaceWelcome from '../../../rules/space-welcome.json';
import stalePageNudge from '../../../rules/stale-page-nudge.json';
import taskFollowUp from '../../../rules/task-follow-up.json';
import tellTheTeam from '../../../rules/tell-the-team.json';
import triageLabels from '../../../rules/triage-labels.json';
import welcomeComment from '../../../rules/welcome-comment.json';
import { parseRuleSet } from '../rules/parse-rule-set';
import type { RuleSet } from '../rules/rule';

/** By id, in the order in which the page offers them: what most sites want first. */
const SOURCES: Readonly<Record<string, unknown>> = {
  'meeting-notes': meetingNotes,
  'welcome-comment': welcomeComment,
  'decision-log': decisionLog,
  'naming-convention': namingConvention,
  'triage-labels': triageLabels,
  'task-follow-up': taskFollowUp,
  'stale-page-nudge': stalePageNudge,
  'tell-the-team': tellTheTeam,
  'review-rounds': reviewRounds,
  'attachment-policy': attachmentPolicy,
  'approval-guard': approvalGuard,
  'comment-moderation': commentModeration,
  'blog-announcement': blogAnnouncement,
  'live-doc-notes': liveDocNotes,
  'copy-hygiene': copyHygiene,
  'archive-hygiene': archiveHygiene,
  'space-welcome': spaceWelcome,
  'onboarding-space': onboardingSpace,
};

export const PACK_IDS: readonly string[] = Object.keys(SOURCES);

/** The pack as a rule set; undefined for an id that no pack has. */
export function readPack(id: string): RuleSet | undefined {
  if (!Object.hasOwn(SOURCES, id)) return undefined;
  const parsed = parseRuleSet(SOURCES[id]);
  // Tests execute every pack, so one that cannot be read does not ship.
  if (!parsed.ok) throw new Error(`Failed to read the pack "${id}": ${parsed.error[0]?.message ?? ''}.`);
  return parsed.value;
}
