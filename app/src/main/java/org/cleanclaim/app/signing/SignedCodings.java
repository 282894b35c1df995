package org.cleanclaim.app.signing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChartFinalized;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.signing.PacketFacts.Signature;
import org.cleanclaim.app.storage.JsonColumns;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes a signature down in the transaction that makes codes final, and makes its audit packet as
/// often as it is asked for. A packet that comes out otherwise than it was signed is refused.
@Component
@Transactional
public class SignedCodings {
  private record Kept(String facts, int format, String sha256) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Encounters encounters;
  private final Charts charts;
  private final PacketGathering gathering;
  private final AuditTrail audit;
  private final Clock clock;

  SignedCodings(
      JdbcClient jdbc,
      JsonColumns json,
      Encounters encounters,
      Charts charts,
      PacketGathering gathering,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.encounters = encounters;
    this.charts = charts;
    this.gathering = gathering;
    this.audit = audit;
    this.clock = clock;
  }

  // In the transaction of the change: codes are final and signed, or neither.
  @EventListener
  void on(ChartFinalized event) {
    var encounter = encounters.get(new EncounterId(event.encounterId()));
    var before = of(encounter.id()).stream().findFirst();
    int number = before.map(SignedCoding::number).orElse(0) + 1;
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // A second reviewer makes them final as the coder's.
    String signer =
        Objects.requireNonNullElseGet(
            charts.get(encounter.id()).coder(), () -> Acting.actor().name());
    var facts =
        gathering.facts(
            encounter,
            number,
            before.map(SignedCoding::sha256).orElse(null),
            new Signature(signer, now.toString()));
    String written = json.write(facts);
    String sha256 = PacketFile.sha256(PacketFile.of(written, facts));
    jdbc.sql(
            """
            insert into signed_coding (encounter_id, number, signed_by, signed_at, format, facts, sha256)
            values (:encounter, :number, :by, :at, :format, :facts, :sha256)
            """)
        .param("encounter", encounter.id().value())
        .param("number", number)
        .param("by", signer)
        .param("at", Timestamp.from(now))
        .param("format", facts.format())
        .param("facts", written)
        .param("sha256", sha256)
        .update();
    audit.record(
        "signed codes, packet " + number,
        "chart",
        charts.get(encounter.id()).id(),
        encounter.patientId().value(),
        "SHA-256 " + sha256);
  }

  /// The signatures of a visit, the latest first.
  @Transactional(readOnly = true)
  public List<SignedCoding> of(EncounterId encounter) {
    return jdbc.sql(
            """
            select number, signed_by, signed_at, sha256
            from signed_coding
            where encounter_id = :encounter
            order by number desc
            """)
        .param("encounter", encounter.value())
        .query((row, n) ->
            new SignedCoding(
                row.getInt("number"),
                row.getString("signed_by"),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("sha256")))
        .list();
  }

  /// What the packet of a signature says.
  @Transactional(readOnly = true)
  public Optional<PacketFacts> facts(EncounterId encounter, int number) {
    return kept(encounter, number).map(k -> json.read(k.facts(), PacketFacts.class));
  }

  /// The packet of a signature as a file, made anew.
  ///
  /// @throws IllegalStateException when it is not, to the byte, the one that was signed
  @Transactional(readOnly = true)
  public Optional<byte[]> file(EncounterId encounter, int number) {
    return kept(encounter, number).map(SignedCodings.this::file);
  }

  /// The packet of a signature on paper (PDF): what its file says, the same to the byte each time.
  ///
  /// @throws IllegalStateException when the packet is not the one that was signed
  @Transactional(readOnly = true)
  public Optional<byte[]> paper(EncounterId encounter, int number) {
    return kept(encounter, number)
        .map(k -> {
          String sha256 = PacketFile.sha256(file(k));
          return PacketPaper.of(json.read(k.facts(), PacketFacts.class), sha256);
        });
  }

  private byte[] file(Kept kept) {
    if (kept.format() != PacketText.FORMAT) {
      throw new IllegalStateException(
          "The packet was signed in a format that this version does not write.");
    }
    byte[] file = PacketFile.of(kept.facts(), json.read(kept.facts(), PacketFacts.class));
    if (!PacketFile.sha256(file).equals(kept.sha256())) {
      throw new IllegalStateException(
          "The packet is not the one that was signed: its digest differs. Ask whoever keeps the"
              + " server.");
    }
    return file;
  }

  private Optional<Kept> kept(EncounterId encounter, int number) {
    return jdbc.sql(
            """
            select facts, format, sha256
            from signed_coding
            where encounter_id = :encounter and number = :number
            """)
        .param("encounter", encounter.value())
        .param("number", number)
        .query((row, n) ->
            new Kept(row.getString("facts"), row.getInt("format"), row.getString("sha256")))
        .optional();
  }
}
