package org.cleanclaim.app.access;

/// A single right; roles are sets of these.
public enum Permission {
  SEE_PATIENT("See patients and their coverages"),
  REGISTER_PATIENT("Register and change patients and coverages"),
  MERGE_PATIENT("Merge two records of one patient"),
  KEEP_PAYER("Keep the payer directory"),
  CHECK_ELIGIBILITY("Ask payers about eligibility"),
  KEEP_AUTHORIZATION("Record authorizations and referrals of payers"),
  SEE_CHART("Read charts and their codes"),
  CODE_CHART("Decide on suggestions and finalize codes"),
  WRITE_QUERY("Write, send and close queries to providers"),
  ANSWER_QUERY("Answer queries about one's own visits"),
  SEE_CLAIM("See claims, findings and files"),
  WORK_CLAIM("Fix and release held claims"),
  OVERRIDE_FINDING("Send claims in spite of an error that allows it"),
  WRITE_PAYER_RULE("Write, replay and publish payer rules"),
  SUBMIT_CLAIM("Send claims to payers"),
  KEEP_CONNECTION("Keep connections to payers and clearinghouses and the ways of files"),
  SEE_REMITTANCE("See remittances"),
  POST_REMITTANCE("Post remittances and match payments"),
  WORK_DENIAL("Work denial cases"),
  SEE_LEDGER("See patient accounts and statements"),
  TAKE_PAYMENT("Take patient payments"),
  BILL_PATIENT("Issue statements, keep plans, disputes, assistance and collections"),
  APPROVE_REFUND("Approve refunds and keep the policy of patient billing"),
  WRITE_OFF("Write off up to the limit of the role"),
  APPROVE_WRITE_OFF("Approve write-offs"),
  CLOSE_BOOKS("Close days and periods, give out the journal"),
  SEE_FIGURES("See figures of the practice"),
  PLAN_CODING_AUDIT("Plan coding audits, draw samples, see all findings"),
  AUDIT_CODING("Audit the coding of others and decide on rebuttals"),
  SEE_AUDIT_TRAIL("Read the audit trail"),
  MANAGE_STAFF("Keep staff, credentials, queue rules, standards and goals"),
  MANAGE_USERS("Manage users and roles");

  private final String title;

  Permission(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
