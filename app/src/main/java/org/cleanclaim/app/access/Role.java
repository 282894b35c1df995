package org.cleanclaim.app.access;

import static org.cleanclaim.app.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/// The jobs of a practice, each with the least rights it needs. `docs/reference/permissions.md` is
/// the same matrix, kept equal by a test.
public enum Role {
  CODER("Coder", EnumSet.of(SEE_PATIENT, SEE_CHART, CODE_CHART, WRITE_QUERY, SEE_CLAIM)),
  BILLER(
      "Biller",
      EnumSet.of(
          SEE_PATIENT,
          SEE_CHART,
          SEE_CLAIM,
          WORK_CLAIM,
          SUBMIT_CLAIM,
          SEE_REMITTANCE,
          POST_REMITTANCE,
          WORK_DENIAL,
          SEE_LEDGER,
          BILL_PATIENT,
          WRITE_OFF,
          KEEP_AUTHORIZATION)),
  FRONT_DESK(
      "Front desk",
      EnumSet.of(
          SEE_PATIENT,
          REGISTER_PATIENT,
          CHECK_ELIGIBILITY,
          KEEP_AUTHORIZATION,
          TAKE_PAYMENT,
          SEE_LEDGER)),
  MANAGER(
      "Manager",
      EnumSet.of(
          SEE_PATIENT,
          SEE_CHART,
          SEE_CLAIM,
          WORK_CLAIM,
          OVERRIDE_FINDING,
          WRITE_PAYER_RULE,
          SUBMIT_CLAIM,
          KEEP_CONNECTION,
          SEE_REMITTANCE,
          POST_REMITTANCE,
          WORK_DENIAL,
          SEE_LEDGER,
          TAKE_PAYMENT,
          REGISTER_PATIENT,
          MERGE_PATIENT,
          KEEP_PAYER,
          BILL_PATIENT,
          APPROVE_REFUND,
          CHECK_ELIGIBILITY,
          KEEP_AUTHORIZATION,
          SEE_FIGURES,
          WRITE_OFF,
          APPROVE_WRITE_OFF,
          CLOSE_BOOKS,
          PLAN_CODING_AUDIT,
          MANAGE_STAFF)),
  AUDITOR(
      "Auditor",
      EnumSet.of(
          SEE_PATIENT,
          SEE_CHART,
          SEE_CLAIM,
          SEE_REMITTANCE,
          SEE_LEDGER,
          SEE_FIGURES,
          PLAN_CODING_AUDIT,
          AUDIT_CODING,
          SEE_AUDIT_TRAIL)),
  ADMIN(
      "Administrator",
      EnumSet.of(MANAGE_STAFF, MANAGE_USERS, SEE_AUDIT_TRAIL, WRITE_PAYER_RULE, KEEP_CONNECTION)),
  PROVIDER("Provider", EnumSet.of(ANSWER_QUERY));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // copied by Set.copyOf
  private final Set<Permission> permissions;

  Role(String title, Set<Permission> permissions) {
    this.title = title;
    this.permissions = Set.copyOf(permissions);
  }

  public String title() {
    return title;
  }

  public Set<Permission> permissions() {
    return permissions;
  }
}
