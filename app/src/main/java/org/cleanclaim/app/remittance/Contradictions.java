package org.cleanclaim.app.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.patient.Spelling;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// What a payment says of patient, policy and day that a claim says otherwise. What the payment
/// leaves out contradicts nothing, nor does a name that is spelled otherwise, shortened or turned
/// around, or a member id with or without prefix and suffix.
///
/// @param differences each in words, without the patient's data
record Contradictions(
    boolean isOtherName, boolean isOtherMember, boolean isOtherDay, List<String> differences) {
  private static final int SHORTEST_MEMBER_ID = 5;

  Contradictions {
    differences = List.copyOf(differences);
  }

  static Contradictions of(ClaimPayment payment, PayableClaim claim) {
    boolean isOtherName =
        payment.patient() instanceof PersonName name
            && !isAlike(name, claim.lastName(), claim.firstName());
    boolean isOtherMember = isOtherMember(payment.memberId(), claim.memberId());
    var days = days(payment);
    boolean isOtherDay = !days.isEmpty() && days.stream().noneMatch(day -> isServed(claim, day));
    var differences = new ArrayList<String>();
    if (isOtherName) differences.add("the patient's name");
    if (isOtherMember) differences.add("the member id");
    if (isOtherDay) {
      differences.add(
          "the day of service (%s, the claim is of %s)"
              .formatted(days.getFirst(), claim.servedFrom()));
    }
    return new Contradictions(isOtherName, isOtherMember, isOtherDay, differences);
  }

  /// One field that differs is a slip of the payer's or of ours; another name with another policy
  /// or another day is another patient.
  boolean areOfAnotherPatient() {
    return isOtherName && (isOtherMember || isOtherDay);
  }

  boolean isNone() {
    return differences.isEmpty();
  }

  /// What differs, in words.
  String inWords() {
    int last = differences.size() - 1;
    if (last < 1) return differences.getFirst();
    return String.join(", ", differences.subList(0, last)) + " and " + differences.get(last);
  }

  private static boolean isAlike(PersonName name, String last, String first) {
    String givenFirst = Objects.requireNonNullElse(name.first(), "");
    return (isAlike(name.last(), last) && isAlike(givenFirst, first))
        || (isAlike(name.last(), first) && isAlike(givenFirst, last));
  }

  private static boolean isAlike(String one, String other) {
    String plain = Spelling.plain(one);
    String otherPlain = Spelling.plain(other);
    return plain.startsWith(otherPlain)
        || otherPlain.startsWith(plain)
        || Spelling.of(one, other) != Spelling.OTHER
        || words(one).anyMatch(word -> words(other).anyMatch(word::equals));
  }

  /// The names of a double name.
  private static Stream<String> words(String name) {
    return Stream.of(name.split("[\\s-]+")).map(Spelling::plain).filter(word -> word.length() > 1);
  }

  private static boolean isOtherMember(@Nullable String told, @Nullable String ours) {
    String one = Spelling.plain(told);
    String other = Spelling.plain(ours);
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) return false;
    boolean isPart = one.contains(other) || other.contains(one);
    return !isPart || Math.min(one.length(), other.length()) < SHORTEST_MEMBER_ID;
  }

  private static List<LocalDate> days(ClaimPayment payment) {
    return Stream.concat(
            Stream.of(payment).map(ClaimPayment::servedFrom),
            payment.services().stream().map(ServicePayment::servedFrom))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static boolean isServed(PayableClaim claim, LocalDate day) {
    var last =
        claim.lines().stream()
            .map(PayableClaim.Line::servedFrom)
            .max(LocalDate::compareTo)
            .orElse(claim.servedFrom());
    return !day.isBefore(claim.servedFrom()) && !day.isAfter(last);
  }
}
