package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.Npi;
import org.jspecify.annotations.Nullable;

/// What a claim says once for all its services: charges that differ in it go on claims of their
/// own.
///
/// @param coverageId the first policy on the day of service; null for none
/// @param numbers the payer's authorization and referral (one of each on a claim, loop 2300 REF)
/// @param referring who sent the patient (loop 2310A, item 17)
/// @param supervising who answered for the one who rendered (loop 2310D)
/// @param year of service, where the payer takes one calendar year on a claim; 0 elsewhere
/// @param stay the visit of a hospital's bill, which holds no other; null for a practice's
record ClaimKey(
    @Nullable Long coverageId,
    PlaceOfService place,
    ClaimAuthorizations.Numbers numbers,
    @Nullable Accident accident,
    @Nullable Npi referring,
    @Nullable Npi supervising,
    int year,
    @Nullable EncounterId stay) {

  /// In what another differs, in words.
  List<String> differences(ClaimKey other) {
    var all = new ArrayList<String>();
    if (!Objects.equals(coverageId, other.coverageId)) all.add("the coverage of the day");
    if (!place.equals(other.place)) all.add("the place of service");
    if (!Objects.equals(numbers.authorization(), other.numbers.authorization())) {
      all.add("the authorization");
    }
    if (!Objects.equals(numbers.referral(), other.numbers.referral())) all.add("the referral");
    if (!Objects.equals(accident, other.accident)) all.add("the accident");
    if (!Objects.equals(referring, other.referring)) all.add("the referring provider");
    if (!Objects.equals(supervising, other.supervising)) all.add("the supervising provider");
    if (year != other.year) all.add("the calendar year");
    if (!Objects.equals(stay, other.stay)) all.add("the hospital bill");
    return all;
  }
}
