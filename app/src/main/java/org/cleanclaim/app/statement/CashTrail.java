package org.cleanclaim.app.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Where the money of each receipt has gone. Money of one place is spent in the order in which it
/// came there, but what a receipt brings is moved first by the postings that are about it. A pure
/// account of moves: who reads it says what they were.
final class CashTrail {
  /// Where money of patients lies.
  ///
  /// @param encounterId the visit it was applied to; null for cash, and for what is owed without a
  ///   visit
  record Place(Kind kind, long patientId, @Nullable Long encounterId) {
    enum Kind {
      /// With the practice, not applied.
      CASH,
      /// On what a patient owes.
      APPLIED,
      /// On its way back to the patient.
      REFUND
    }

    static Place cash(long patientId) {
      return new Place(Kind.CASH, patientId, null);
    }
  }

  /// How much of a receipt lies in a place.
  record Part(Place place, Money amount) {}

  private record Lot(@Nullable String receipt, Money amount) {}

  private final Map<Place, List<Lot>> lots = new LinkedHashMap<>();
  private final Map<Place, Money> missing = new HashMap<>();

  /// Money comes to a place.
  ///
  /// @param receipt that brings it; null when none is known
  void comes(Place place, @Nullable String receipt, Money amount) {
    Money lacks = missing.getOrDefault(place, Money.ZERO);
    Money filled = lacks.min(amount);
    missing.put(place, lacks.minus(filled));
    Money stays = amount.minus(filled);
    if (stays.isPositive()) {
      lots.computeIfAbsent(place, p -> new ArrayList<>()).add(new Lot(receipt, stays));
    }
  }

  /// Money leaves a place.
  ///
  /// @param about the receipt whose money goes first; null for the oldest
  void leaves(Place place, @Nullable String about, Money amount) {
    Money left =
        amount.minus(Money.sum(taken(place, about, amount).stream().map(Lot::amount).toList()));
    missing.merge(place, left, Money::plus);
  }

  /// Money goes from one place to another and stays whose it was.
  void moves(Place from, Place to, @Nullable String about, Money amount) {
    Money left = amount;
    for (Lot lot : taken(from, about, amount)) {
      comes(to, lot.receipt(), lot.amount());
      left = left.minus(lot.amount());
    }
    if (left.isPositive()) {
      missing.merge(from, left, Money::plus);
      comes(to, null, left);
    }
  }

  /// Where the money of a receipt lies.
  List<Part> of(String receipt) {
    var parts = new ArrayList<Part>();
    lots.forEach((place, there) -> {
      Money sum =
          Money.sum(
              there.stream().filter(l -> receipt.equals(l.receipt())).map(Lot::amount).toList());
      if (sum.isPositive()) parts.add(new Part(place, sum));
    });
    return parts;
  }

  private List<Lot> taken(Place place, @Nullable String about, Money amount) {
    var there = lots.getOrDefault(place, List.of());
    var order = new ArrayList<Lot>();
    there.stream().filter(l -> about != null && about.equals(l.receipt())).forEach(order::add);
    there.stream().filter(l -> about == null || !about.equals(l.receipt())).forEach(order::add);
    var taken = new ArrayList<Lot>();
    Money left = amount;
    for (Lot lot : order) {
      if (!left.isPositive()) break;
      Money part = lot.amount().min(left);
      taken.add(new Lot(lot.receipt(), part));
      left = left.minus(part);
      int at = there.indexOf(lot);
      Money rest = lot.amount().minus(part);
      if (rest.isPositive()) there.set(at, new Lot(lot.receipt(), rest));
      else there.remove(at);
    }
    return taken;
  }
}
