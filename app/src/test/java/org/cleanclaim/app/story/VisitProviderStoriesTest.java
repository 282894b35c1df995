package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.party.ProviderRole;
import org.junit.jupiter.api.Test;

/// Who sent the patient, ordered the services or answered for the one who rendered them, and what
/// the payer allowed beforehand: entered at the visit, and on its claims.
class VisitProviderStoriesTest {
  private static final Office OFFICE = new Office("vpr", "1003007006");
  private static final String REFERRING = named("REFERRING", "Reyes", "1234567893");
  private static final String ORDERING = named("ORDERING", "Okafor", "1245319599");
  private static final String SUPERVISING = named("SUPERVISING", "Sandoval", "1679576722");
  private static final String OPERATING = named("OPERATING", "Opperman", "1245319599");

  private static String named(String role, String last, String npi) {
    return "{\"role\": \"%s\", \"lastName\": \"%s\", \"firstName\": \"Ada\", \"npi\": \"%s\"}"
        .formatted(role, last, npi);
  }

  private static Encounter visit(String... procedures) {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    return OFFICE.inside(
        () -> OFFICE.charge(patient, "V" + member, Office.SERVED, "11", procedures));
  }

  private static ApiAnswer name(Encounter visit, String... providers) {
    return OFFICE.post(
        Role.FRONT_DESK,
        "/encounters/" + visit.publicId() + "/providers",
        "{\"providers\": [%s], \"reason\": \"order sheet\"}"
            .formatted(String.join(", ", providers)));
  }

  private static ApiAnswer number(Encounter visit, String authorization, String referral) {
    return OFFICE.post(
        Role.FRONT_DESK,
        "/encounters/" + visit.publicId() + "/numbers",
        """
        {"authorization": "%s", "referral": "%s", "reason": "letter of the payer"}\
        """
            .formatted(authorization, referral));
  }

  private static String billed(Encounter visit) {
    return OFFICE
        .post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "{}")
        .is(200)
        .at("/claim");
  }

  private static Claim frozen(String claim) {
    return new OfficeRecords(OFFICE).claim(claim).snapshot();
  }

  private static List<ProviderRole> roles(Claim claim) {
    return claim.allProviders().stream().map(p -> p.role()).toList();
  }

  private static String sent() {
    return new String(OFFICE.submitted(), StandardCharsets.US_ASCII).replace("~\n", "~");
  }

  @Test
  void whatIsEnteredAtTheVisitGoesOutWithItsClaim() {
    var visit = visit("99213", "20610");
    name(visit, REFERRING, ORDERING, SUPERVISING).is(204);
    number(visit, "AUTH 77-1", "REF.4402").is(204);

    String claim = billed(visit);

    assertThat(OFFICE.page("/claims/" + claim))
        .contains("Referring provider", "Supervising provider", "Ordering provider")
        .contains("AUTH 77-1", "REF.4402", "1234567893");
    var form = OFFICE.get(Role.BILLER, "/claims/" + claim + "/form").is(200).text();
    assertThat(form)
        .contains("ADA REYES", "1234567893", "AUTH 77-1")
        .contains("Item 17 has room for one provider, so Ada Okafor (DK) is not on the form.");
    assertThat(sent())
        .contains("REF*9F*REF.4402~REF*G1*AUTH 77-1~")
        .containsSubsequence(
            "NM1*DN*1*Reyes*Ada****XX*1234567893~",
            "NM1*82*1*",
            "NM1*DQ*1*Sandoval*Ada****XX*1679576722~",
            "LX*1~",
            "NM1*DK*1*Okafor*Ada****XX*1245319599~",
            "LX*2~",
            "NM1*DK*1*Okafor*Ada****XX*1245319599~");
  }

  @Test
  void theOneWhoOrderedStandsInItem17WhereNobodyReferred() {
    var visit = visit("20610");
    name(visit, ORDERING).is(204);

    var form = OFFICE.get(Role.BILLER, "/claims/" + billed(visit) + "/form").is(200);

    assertThat(form.text()).contains("\"DK\"", "ADA OKAFOR", "1245319599");
    assertThat(form.json().at("/cuts")).isEmpty();
  }

  @Test
  void aClaimThatWaitsFollowsItsVisit() {
    var visit = visit("99213");
    String claim = billed(visit);
    assertThat(roles(frozen(claim))).containsExactly(ProviderRole.RENDERING);

    name(visit, ORDERING).is(204);
    assertThat(roles(frozen(claim))).containsExactly(ProviderRole.RENDERING, ProviderRole.ORDERING);

    name(visit, REFERRING).is(204);
    assertThat(roles(frozen(claim)))
        .containsExactly(ProviderRole.REFERRING, ProviderRole.RENDERING);

    number(visit, "A1", "").is(204);
    assertThat(frozen(claim).authorizationNumber()).isEqualTo("A1");
    number(visit, "", "R1").is(204);
    assertThat(frozen(claim).authorizationNumber()).isNull();
    assertThat(frozen(claim).referralNumber()).isEqualTo("R1");

    name(visit).is(204);
    assertThat(roles(frozen(claim))).containsExactly(ProviderRole.RENDERING);
    assertThat(OFFICE.page("/visits/" + visit.publicId())).contains("Referral R1");
  }

  @Test
  void aHospitalNamesWhoOperated() {
    var claim = OFFICE.stayBilled(OFFICE.member());
    var visit = OFFICE.inside(() -> OFFICE.server.bean(Encounters.class).get(claim.encounterId()));
    assertThat(name(visit, REFERRING).is(400).text()).contains("but for: Operating physician.");

    name(visit, OPERATING).is(204);

    assertThat(roles(frozen(claim.publicId().toString())))
        .containsExactly(ProviderRole.ATTENDING, ProviderRole.OPERATING);
    var form = OFFICE.get(Role.BILLER, "/claims/" + claim.publicId() + "/form").is(200);
    assertThat(form.text()).contains("OPPERMAN", "1245319599");
  }

  @Test
  void visitsThatOthersSentGoOnClaimsOfTheirOwn() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var first =
        OFFICE.inside(() -> OFFICE.charge(patient, "V" + member, Office.SERVED, "11", "99213"));
    var second =
        OFFICE.inside(
            () -> OFFICE.charge(patient, "W" + member, Office.SERVED.plusDays(1), "11", "20610"));
    name(second, REFERRING).is(204);

    var together =
        OFFICE.post(
            Role.BILLER,
            "/claims/combined",
            "{\"encounters\": [\"%s\", \"%s\"]}".formatted(first.publicId(), second.publicId()));

    assertThat(together.text()).contains("the referring provider");
  }

  @Test
  void whatCannotBeIsRefusedWithASentence() {
    var visit = visit("99213");
    var own = visit.renderingProvider().npi();

    assertThat(name(visit, named("REFERRING", "Reyes", "1234567890")).is(400).text())
        .contains("REFERRING.npi: An NPI has ten digits, and the last one checks the others");
    assertThat(name(visit, named("REFERRING", "", "")).is(400).text())
        .contains("Enter the referring provider's last name.")
        .contains("Enter the referring provider's NPI.");
    assertThat(name(visit, named("SUPERVISING", "Self", own.value())).is(400).text())
        .contains("Leave the supervising provider out.");
    assertThat(name(visit, REFERRING, REFERRING).is(400).text())
        .contains("Name one referring provider.");
    assertThat(name(visit, OPERATING).is(400).text())
        .contains("Referring provider, Ordering provider, Supervising provider");
    assertThat(number(visit, "A*1", "").is(400).text())
        .contains("letters, digits, blanks, dots and hyphens");
    OFFICE
        .post(
            Role.BILLER,
            "/encounters/" + visit.publicId() + "/providers",
            "{\"providers\": [], \"reason\": \"order sheet\"}")
        .is(403);
  }
}
