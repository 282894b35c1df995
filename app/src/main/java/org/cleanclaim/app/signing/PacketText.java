package org.cleanclaim.app.signing;

import java.util.List;
import org.cleanclaim.app.signing.PacketFacts.Excerpt;
import org.jspecify.annotations.Nullable;

/// An audit packet for people, in plain text. This is format 1: what it writes for given facts
/// never changes, since the digests of packets hang on it; another form is another class.
final class PacketText {
  static final int FORMAT = 1;

  private final StringBuilder text = new StringBuilder();

  private PacketText() {}

  static String of(PacketFacts facts) {
    var page = new PacketText();
    page.head(facts);
    page.codes(facts);
    page.rest(facts);
    return page.text.toString();
  }

  private void head(PacketFacts facts) {
    var visit = facts.visit();
    line("AUDIT PACKET " + facts.number() + " OF VISIT " + visit.number());
    line("");
    line("Practice: " + facts.practice().name() + ", NPI " + facts.practice().npi());
    line("Patient: " + visit.patient() + ", born " + visit.bornOn() + ", " + visit.sex());
    line(
        "Visit: %s, %s, %s, place of service %s"
            .formatted(
                visit.servedOn(), visit.setting(), visit.specialty(), visit.placeOfService()));
    line("Provider: " + visit.provider() + maybe(", NPI ", visit.providerNpi()));
    line("Signed: " + facts.signature().by() + ", " + facts.signature().at());
    line(
        "Packet before this one: "
            + (facts.previousSha256() == null ? "none" : facts.previousSha256()));
    section("CODE SETS", facts.codeSets().isEmpty());
    for (var set : facts.codeSets()) {
      line(
          "%s: %s (%s), in force from %s%s"
              .formatted(
                  set.system(),
                  set.edition(),
                  set.source(),
                  set.from(),
                  maybe(" until ", set.until())));
    }
  }

  private void codes(PacketFacts facts) {
    section("CODES", facts.codes().isEmpty());
    for (var code : facts.codes()) {
      line("%d. %s %s %s".formatted(code.position(), code.system(), code.code(), code.title()));
      if (code.presentOnAdmission() != null) {
        line("   present on admission: " + code.presentOnAdmission());
      }
      line("   by: " + code.addedBy());
      excerpts(code.evidence());
      if (code.reason() != null) line("   reason: " + code.reason());
      code.path().forEach(step -> line("   rule path: " + step));
    }
    services(facts);
    section("SUGGESTIONS NOT TAKEN", facts.rejected().isEmpty());
    for (var rejected : facts.rejected()) {
      line(
          "%s %s %s%s"
              .formatted(
                  rejected.system(),
                  rejected.code(),
                  rejected.title(),
                  maybe(": ", rejected.reason())));
    }
    section("REMARKS OF THE CHECKS", facts.remarks().isEmpty());
    for (var remark : facts.remarks()) {
      line(
          "%s %s: %s (%s)"
              .formatted(remark.severity(), remark.rule(), remark.message(), remark.source()));
    }
  }

  private void services(PacketFacts facts) {
    if (facts.services().isEmpty()) return;
    section("SERVICES", false);
    for (var service : facts.services()) {
      line(
          "%s %s %s, units %d"
              .formatted(service.system(), service.code(), service.title(), service.units()));
      excerpts(service.evidence());
      service.path().forEach(step -> line("   rule path: " + step));
    }
  }

  private void rest(PacketFacts facts) {
    section("QUERIES TO THE PROVIDER", facts.queries().isEmpty());
    for (var query : facts.queries()) {
      line("%s, %s: %s".formatted(query.subject(), query.kind(), query.question()));
      query.options().forEach(option -> line("   option: " + option));
      excerpts(query.indicators());
      line("   written by: " + query.writtenBy() + maybe(", sent ", query.sentAt()));
      line(
          "   status: "
              + query.status()
              + maybe(", ", query.outcome())
              + maybe(", ", query.effect()));
      if (query.answer() != null) {
        line(
            "   answer of %s%s: %s"
                .formatted(query.answeredBy(), maybe(", ", query.answeredAt()), query.answer()));
      }
      if (query.overrideReason() != null) {
        line("   made final without it: " + query.overrideReason());
      }
    }
    section("DOCUMENTS", facts.documents().isEmpty());
    for (var document : facts.documents()) {
      line(
          "%s %s, received %s, %d characters, SHA-256 %s"
              .formatted(
                  document.id(),
                  document.name(),
                  document.receivedAt(),
                  document.characters(),
                  document.sha256()));
    }
    section("WHO DID WHAT", facts.steps().isEmpty());
    for (var step : facts.steps()) {
      line("%s %s %s%s".formatted(step.at(), step.by(), step.did(), maybe(": ", step.reason())));
    }
  }

  private void excerpts(List<Excerpt> excerpts) {
    for (var excerpt : excerpts) {
      line(
          "   document %s, line %d, characters %d to %d: \"%s\""
              .formatted(
                  excerpt.document(),
                  excerpt.line(),
                  excerpt.start(),
                  excerpt.end(),
                  excerpt.quote().replace('\n', ' ')));
    }
  }

  private void section(String title, boolean isEmpty) {
    line("");
    line(title);
    if (isEmpty) line("none");
  }

  private static String maybe(String before, @Nullable String value) {
    return value == null ? "" : before + value;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
