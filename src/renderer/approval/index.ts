/** What one person may not and another may: their PIN, asked for in the middle of whatever needs it. */
export { ApprovalHost } from './ApprovalHost';
export { needOf, withApproval, withApprovals } from './approvals';
