package org.cleanclaim.app.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.storage.PdfPaper;
import org.cleanclaim.app.submission.FilingProof.Receipt;
import org.cleanclaim.app.submission.FilingProof.Sending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Proofs of timely filing, from what was sent and what came back.
@Component
@Transactional(readOnly = true)
public class FilingProofs {
  private record Sent(long id, Sending sending) {}

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final FileExchange files;

  FilingProofs(JdbcClient jdbc, Organizations organizations, FileExchange files) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.files = files;
  }

  /// What is on record for a claim.
  public FilingProof of(BilledClaim claim) {
    var zone = ZoneId.of(organizations.current().timeZone());
    var sent =
        jdbc.sql(
                """
                select s.submission_id, f.exchanged_file_id, f.public_id, f.name, f.sha256, s.interchange_control_number,
                  s.group_control_number, s.sent_at, c.revision, d.delivery_id is not null as is_carried, d.delivered_at
                from submission_claim c
                join submission s using (submission_id)
                left join delivery d using (exchanged_file_id)
                join exchanged_file f
                  on f.exchanged_file_id = coalesce(d.readdressed_file_id, s.exchanged_file_id)
                where c.claim_id = :claim
                order by s.sent_at, s.submission_id
                """)
            .param("claim", claim.id().value())
            .query((row, n) -> sent(row, claim, zone))
            .list();
    return new FilingProof(
        claim.controlNumber(),
        claim.snapshot().payer().name(),
        claim.payerClaimControlNumber(),
        claim.servedFrom(),
        claim.totalCharge().toString(),
        claim.fileBy(),
        zone.getId(),
        sent.stream().map(Sent::sending).toList());
  }

  private Sent sent(ResultSet row, BilledClaim claim, ZoneId zone) throws SQLException {
    long id = row.getLong("submission_id");
    var at = row.getTimestamp("sent_at").toInstant();
    boolean isTest = files.isTest(row.getLong("exchanged_file_id"));
    boolean isCarried = row.getBoolean("is_carried");
    var arrived = row.getTimestamp("delivered_at");
    Instant deliveredAt = arrived == null ? null : arrived.toInstant();
    Instant left = isCarried ? deliveredAt : at;
    return new Sent(
        id,
        new Sending(
            Objects.requireNonNull(row.getObject("public_id", UUID.class)),
            row.getString("name"),
            row.getString("sha256"),
            row.getString("interchange_control_number"),
            row.getString("group_control_number"),
            at,
            isTest,
            isCarried,
            deliveredAt,
            left == null || isTest ? null : LocalDate.ofInstant(left, zone),
            row.getInt("revision"),
            receipts(id, claim)));
  }

  private List<Receipt> receipts(long submissionId, BilledClaim claim) {
    return jdbc.sql(
            """
            select r.kind, r.answer, f.interchange_control_number, f.name, f.sha256, r.received_at
            from submission_receipt r
            join exchanged_file f using (exchanged_file_id)
            where r.submission_id = :submission and (r.claim_id is null or r.claim_id = :claim)
            order by r.submission_receipt_id
            """)
        .param("submission", submissionId)
        .param("claim", claim.id().value())
        .query((row, n) ->
            new Receipt(
                row.getString("kind"),
                row.getString("answer"),
                row.getString("interchange_control_number"),
                row.getString("name"),
                row.getString("sha256"),
                Objects.requireNonNull(row.getTimestamp("received_at")).toInstant(),
                row.getString("answer").contains("accepted")))
        .list();
  }

  /// The proof on paper.
  public byte[] pdf(BilledClaim claim) {
    Map<String, Object> values = new LinkedHashMap<>();
    var proof = of(claim);
    values.put("proof", proof);
    values.put(
        "texts",
        proof.sendings().stream()
            .map(s -> files.content(files.find(s.file()).orElseThrow()))
            .map(file -> ClaimInFile.of(file, claim.controlNumber()))
            .toList());
    values.put("practice", organizations.current());
    return PdfPaper.of("submission/proof.jte", values);
  }
}
