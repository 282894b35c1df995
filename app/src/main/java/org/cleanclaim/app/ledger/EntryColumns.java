package org.cleanclaim.app.ledger;

import java.time.LocalDate;
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

  /// Days since the beginning of 1970.
  final List<Integer> days = new ArrayList<>();

  private int postings;

  void add(long postingId, LocalDate effectiveOn, int position, Entry entry) {
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
    days.add(Math.toIntExact(effectiveOn.toEpochDay()));
  }

  int size() {
    return postingIds.size();
  }

  int postings() {
    return postings;
  }
}
