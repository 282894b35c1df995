package org.cleanclaim.app.scrub;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.PartyName;
import org.jspecify.annotations.Nullable;

/// The claims of the same patient that came before in the files being read, for duplicates and
/// pairs of codes across claims. Bounded: of all claims the latest [#MOST_CLAIMS] are remembered,
/// of one patient the latest [#MOST_OF_ONE]. A claim sees those before it, so that of two claims
/// that collide the later one is told. A claim that replaces or voids another of the same number
/// takes its place.
final class ClaimHistory {
  static final int MOST_CLAIMS = 8_000;
  static final int MOST_OF_ONE = 40;

  /// Who was treated, however the address was written. The rules compare provider and day
  /// themselves.
  private record Key(@Nullable MemberId memberId, PartyName name, @Nullable LocalDate bornOn) {
    static Key of(Claim claim) {
      ClaimPatient patient = claim.patient();
      return new Key(claim.subscriber().memberId(), patient.name(), patient.bornOn());
    }
  }

  private final Map<Key, ArrayDeque<Claim>> byPatient = new LinkedHashMap<>(1024, 0.75f, true);
  private int remembered;

  /// The earlier claims of the patient; the claim is remembered for later ones.
  List<Claim> before(Claim claim) {
    var known = byPatient.computeIfAbsent(Key.of(claim), patient -> new ArrayDeque<>(2));
    if (claim.frequency() != ClaimFrequency.ORIGINAL) {
      int before = known.size();
      known.removeIf(other -> other.controlNumber().equals(claim.controlNumber()));
      remembered -= before - known.size();
    }
    List<Claim> earlier = known.isEmpty() ? List.of() : List.copyOf(known);
    if (claim.frequency() == ClaimFrequency.VOID) return earlier;
    known.addLast(claim);
    remembered++;
    if (known.size() > MOST_OF_ONE) {
      known.removeFirst();
      remembered--;
    }
    while (remembered > MOST_CLAIMS) forgetOldest();
    return earlier;
  }

  private void forgetOldest() {
    var oldest = byPatient.entrySet().iterator();
    remembered -= oldest.next().getValue().size();
    oldest.remove();
  }
}
