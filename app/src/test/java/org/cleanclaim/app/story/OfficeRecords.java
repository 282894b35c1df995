package org.cleanclaim.app.story;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.Money;

/// What an office has on record of claims and visits.
record OfficeRecords(Office office) {

  BilledClaim claim(String id) {
    return office.inside(
        () -> office.server.bean(Claims.class).find(UUID.fromString(id)).orElseThrow());
  }

  /// A claim by our number.
  BilledClaim numbered(String number) {
    return office.inside(
        () -> office.server.bean(Claims.class).findByControlNumber(number).orElseThrow());
  }

  /// What of a visit's charges nobody owes yet.
  Money unbilled(Encounter visit) {
    return unbilled(visit.id());
  }

  Money unbilled(EncounterId visit) {
    return office.inside(() -> office.server.bean(Ledger.class).unbilledBalance(visit.value()));
  }

  /// What the patient owes of each visit, by its number.
  Map<String, String> shares(Patient patient) {
    var shares = new HashMap<String, String>();
    office
        .get(Role.MANAGER, "/billing/accounts/" + patient.publicId())
        .is(200)
        .json()
        .at("/shares")
        .forEach(s -> shares.put(s.at("/visitNumber").asString(), s.at("/owed").asString()));
    return shares;
  }

  /// A file that was sent, by its name.
  String sent(String name) {
    var files = office.server.bean(FileExchange.class);
    return office.read(() -> {
      long id =
          office
              .jdbc()
              .sql("select exchanged_file_id from exchanged_file where name = :name")
              .param("name", name)
              .query(Long.class)
              .single();
      return new String(files.content(files.find(id).orElseThrow()), StandardCharsets.US_ASCII);
    });
  }
}
