package org.cleanclaim.app.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entries of many postings, column by column, as one statement takes them.
final class EntryColumns {
  final List<Long> postingIds = new ArrayList<>();
  final List<Integer> positions = new ArrayList<>();
  final List<String> accounts = new ArrayList<>();
  final List<Long> cents = new ArrayList<>();
  final List<@Nullable Long> patients = new ArrayList<>();
  final List<@Nullable Long> encounters = new ArrayList<>();
  final List<@Nullable Long> claims = new ArrayList<>();
  final List<@Nullable Long> payers = new ArrayList<>();
  final List<@Nullable Integer> lines = new ArrayList<>();
  final List<@Nullable String> memos = new ArrayList<>();
  private int postings;

  void add(long postingId, int position, Entry entry) {
    if (position == 1) postings++;
    postingIds.add(postingId);
    positions.add(position);
    accounts.add(entry.account().name());
    cents.add(entry.amount().cents());
    patients.add(entry.patientId());
    encounters.add(entry.encounterId());
    claims.add(entry.claimId());
    payers.add(entry.payerId());
    lines.add(entry.line());
    memos.add(entry.memo());
  }

  int size() {
    return postingIds.size();
  }

  int postings() {
    return postings;
  }
}
