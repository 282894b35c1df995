package org.cleanclaim.app.worklist;

/// What the claims list is narrowed to beside the status.
public enum ClaimTrait {
  ON_HOLD(
      "held by somebody",
      "k.status in ('DRAFT', 'HELD', 'READY', 'REJECTED') and exists (select from claim_hold h"
          + " where h.claim_id = k.claim_id and h.released_at is null)"),
  WITH_ERRORS(
      "accepted with errors",
      "k.status in ('ACCEPTED', 'AT_PAYER') and exists (select from claim_event v"
          + " where v.claim_id = k.claim_id and v.what = 'File accepted with errors')"),
  NEXT_PAYER("to a next payer", "k.follows_claim_id is not null"),
  FORWARDED("forwarded by the payer before", "k.follows_claim_id is not null and k.is_forwarded"),
  SENT_ON(
      "sent on to a plan that is not on file",
      "exists (select from deadline_clock x where x.claim_id = k.claim_id and x.kind ="
          + " 'SENT_ON_CLAIM' and x.state = 'RUNNING')"),
  TAKEN_BACK(
      "the payer before took its decision back",
      "k.follows_claim_id is not null and k.is_taken_back");

  private final String title;
  final String condition;

  ClaimTrait(String title, String condition) {
    this.title = title;
    this.condition = condition;
  }

  public String title() {
    return title;
  }
}
