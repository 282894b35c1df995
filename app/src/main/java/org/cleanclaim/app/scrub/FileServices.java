package org.cleanclaim.app.scrub;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.edits.OtherService;
import org.cleanclaim.edits.OtherServices;
import org.cleanclaim.edits.Performer;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.jspecify.annotations.Nullable;

/// The services of all claims of the files, found by patient and month, so that rules across claims
/// see the claims after one as well as those before it. It is filled in a first reading and asked
/// in a second, for the claims of patients who have several.
///
/// Compact: what many services have alike (payer, provider, code, modifiers, units) is kept once, a
/// service is five numbers. Bounded: [#MOST_SERVICES] in all, [#MOST_KINDS] that differ, and
/// [#MOST_OF_A_MONTH] of one patient in a month; what comes after is not compared, see [#isFull].
final class FileServices {
  static final int MOST_SERVICES = 4_000_000;
  static final int MOST_KINDS = 500_000;
  static final int MOST_OF_A_MONTH = 4_000;

  /// For each day asked about, the services of so many other claims are given: with more the work
  /// would grow with the square.
  static final int MOST_CLAIMS_OF_A_DAY = 40;

  private static final int NONE = -1;

  /// A service without its day.
  ///
  /// @param furtherDays after the first
  private record Kind(
      PayerId payer,
      ClaimType type,
      Performer by,
      String code,
      List<String> modifiers,
      BigDecimal units,
      long furtherDays) {
    static Kind of(OtherService service, Performer by) {
      NcciLine line = service.line();
      return new Kind(
          service.payer(),
          service.type(),
          by,
          line.code(),
          line.modifiers(),
          line.units(),
          line.through().toEpochDay() - line.from().toEpochDay());
    }

    OtherService on(int day) {
      LocalDate from = LocalDate.ofEpochDay(day);
      var line = new NcciLine(code, modifiers, units, from, from.plusDays(furtherDays));
      return new OtherService(payer, type, by, line);
    }
  }

  private final Map<Performer, Performer> performers = new HashMap<>();
  private final Map<Kind, Integer> places = new HashMap<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final LongMap months = new LongMap();
  private final LongMap firstClaims = new LongMap();
  private final BitSet shared = new BitSet();
  private final Map<Long, Integer> corrections = new HashMap<>();

  // A service in the order of the files: what, when, of which claim, the one before it of the
  // patient's month, and how many there are of that.
  private int[] kind = new int[1 << 12];
  private int[] days = new int[1 << 12];
  private int[] claims = new int[1 << 12];
  private int[] earlier = new int[1 << 12];
  private int[] count = new int[1 << 12];
  private int size;

  // A claim: the number it shares with its corrections.
  private long[] numbers = new long[1 << 10];
  private int read;
  private boolean isFull;

  /// Remembers the services of the next claim. One that replaces or voids another of its number
  /// takes its place.
  void add(Claim claim) {
    int position = ++read;
    long patient = patient(claim);
    long number = mixed(patient, claim.controlNumber().value());
    if (position == numbers.length) numbers = Arrays.copyOf(numbers, numbers.length * 2);
    numbers[position] = number;
    int first = firstClaims.get(patient);
    if (first == NONE) {
      firstClaims.put(patient, position);
    } else {
      shared.set(first);
      shared.set(position);
    }
    if (claim.frequency() != ClaimFrequency.ORIGINAL) corrections.put(number, position);
    if (claim.frequency() == ClaimFrequency.VOID) return;
    for (OtherService service : OtherServices.of(claim)) add(service, position, patient);
  }

  private void add(OtherService service, int position, long patient) {
    int day = (int) service.line().from().toEpochDay();
    long month = month(patient, day >> 5);
    int before = months.get(month);
    int ofMonth = before == NONE ? 1 : count[before] + 1;
    Integer place = place(service);
    if (place == null || size == MOST_SERVICES || ofMonth > MOST_OF_A_MONTH) {
      isFull = true;
      return;
    }
    if (size == kind.length) grow();
    kind[size] = place;
    days[size] = day;
    claims[size] = position;
    earlier[size] = before;
    count[size] = ofMonth;
    months.put(month, size++);
  }

  /// Null when there are too many kinds already.
  private @Nullable Integer place(OtherService service) {
    Performer by = performers.computeIfAbsent(service.by(), same -> same);
    var key = Kind.of(service, by);
    Integer place = places.get(key);
    if (place != null || kinds.size() == MOST_KINDS) return place;
    kinds.add(key);
    places.put(key, kinds.size() - 1);
    return kinds.size() - 1;
  }

  private void grow() {
    kind = Arrays.copyOf(kind, size * 2);
    days = Arrays.copyOf(days, size * 2);
    claims = Arrays.copyOf(claims, size * 2);
    earlier = Arrays.copyOf(earlier, size * 2);
    count = Arrays.copyOf(count, size * 2);
  }

  /// Whether the patient of a claim has others.
  ///
  /// @param position the place of the claim among all that were added, from 1
  boolean isShared(int position) {
    return shared.get(position);
  }

  /// Whether any patient has several claims.
  boolean areShared() {
    return !shared.isEmpty();
  }

  /// Whether some services were left out.
  boolean isFull() {
    return isFull;
  }

  /// What the other claims of the patient hold.
  ///
  /// @param position the place of the claim among all that were added, from 1
  OtherServices of(Claim claim, int position) {
    if (position > read) return OtherServices.NONE;
    long patient = patient(claim);
    return (from, through) -> between(patient, position, from, through);
  }

  private List<OtherService> between(
      long patient, int position, LocalDate from, LocalDate through) {
    int first = (int) from.toEpochDay();
    int last = (int) through.toEpochDay();
    int claimsLeft = MOST_CLAIMS_OF_A_DAY * Math.max(1, last - first + 1);
    int claim = NONE;
    List<OtherService> found = null;
    for (int month = first >> 5; month <= last >> 5; month++) {
      for (int at = months.get(month(patient, month)); at != NONE; at = earlier[at]) {
        if (days[at] < first || days[at] > last || !isOther(claims[at], position)) continue;
        if (claims[at] != claim && claimsLeft-- == 0) return found == null ? List.of() : found;
        claim = claims[at];
        if (found == null) found = new ArrayList<>();
        found.add(kinds.get(kind[at]).on(days[at]));
      }
    }
    return found == null ? List.of() : found;
  }

  /// Whether a claim is another one, and stands: no earlier version of the claim, and not
  /// corrected.
  private boolean isOther(int other, int position) {
    if (numbers[other] == numbers[position]) return false;
    Integer correction = corrections.get(numbers[other]);
    return correction == null || correction == other;
  }

  private static long month(long patient, int month) {
    return mixed(patient ^ (month * 0x9E3779B97F4A7C15L));
  }

  /// Who was treated, however the address was written.
  private static long patient(Claim claim) {
    ClaimPatient patient = claim.patient();
    MemberId member = claim.subscriber().memberId();
    long hash = mixed(17, member == null ? "" : member.value());
    hash = mixed(hash, patient.name().display());
    return mixed(hash, String.valueOf(patient.bornOn()));
  }

  /// 64 bits of which no two patients of a file share all.
  private static long mixed(long hash, String text) {
    for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    return mixed(hash ^ text.length());
  }

  private static long mixed(long value) {
    long v = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    v = (v ^ (v >>> 27)) * 0x94D049BB133111EBL;
    return v ^ (v >>> 31);
  }
}
