package org.cleanclaim.app.followup;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.ClaimsOnTheirWay;
import org.cleanclaim.app.claim.RecordRequest;
import org.cleanclaim.app.claim.RecordRequests;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Interchanges;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.status.ClaimStatus;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.kernel.status.StatusParties;
import org.cleanclaim.kernel.status.StatusParties.Insured;
import org.cleanclaim.kernel.status.StatusParties.Party;
import org.cleanclaim.x12.X12Writer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks payers where claims stand (276) and keeps what they answer (277).
@Component
@Transactional
public class StatusDesk {
  /// A payer gets so long to answer before the same claim is asked about again.
  private static final Duration PATIENCE = Duration.ofDays(2);

  private static final String NOT_FOUND = "D0";

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Claims claims;
  private final ClaimsOnTheirWay onTheirWay;
  private final Payers payers;
  private final Organizations organizations;
  private final FileExchange files;
  private final Interchanges interchanges;
  private final Routes routes;
  private final Deliveries deliveries;
  private final AuditTrail audit;
  private final RecordRequests requests;
  private final Clock clock;

  StatusDesk(
      JdbcClient jdbc,
      JsonColumns json,
      Claims claims,
      ClaimsOnTheirWay onTheirWay,
      Payers payers,
      Organizations organizations,
      FileExchange files,
      Interchanges interchanges,
      Routes routes,
      Deliveries deliveries,
      AuditTrail audit,
      RecordRequests requests,
      Clock clock) {
    this.requests = requests;
    this.jdbc = jdbc;
    this.json = json;
    this.claims = claims;
    this.onTheirWay = onTheirWay;
    this.payers = payers;
    this.organizations = organizations;
    this.files = files;
    this.interchanges = interchanges;
    this.routes = routes;
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  /// What came of asking.
  ///
  /// @param files one 276 for each payer
  /// @param left claims that were not asked about, with the reason, a sentence each
  public record Asked(List<ExchangedFile> files, int claims, List<String> left) {
    public Asked {
      files = List.copyOf(files);
      left = List.copyOf(left);
    }
  }

  /// Asks where these claims stand, in one 276 for each payer.
  public Asked ask(List<UUID> publicIds) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    var left = new ArrayList<String>();
    Map<Long, List<BilledClaim>> byPayer = new LinkedHashMap<>();
    for (UUID id : publicIds.stream().distinct().toList()) {
      var claim = claims.find(id);
      if (claim.isEmpty()) {
        left.add("There is no claim " + id + ".");
        continue;
      }
      String reason = notNow(claim.get());
      if (reason.isEmpty()) {
        byPayer.computeIfAbsent(claim.get().payerId(), p -> new ArrayList<>()).add(claim.get());
      } else {
        left.add(reason);
      }
    }
    var sent = new ArrayList<ExchangedFile>();
    byPayer.forEach((payer, asked) -> sent.add(ask(payers.get(payer), asked)));
    return new Asked(sent, byPayer.values().stream().mapToInt(List::size).sum(), left);
  }

  private String notNow(BilledClaim claim) {
    switch (claim.status()) {
      case SENT, ACCEPTED, AT_PAYER -> {}
      default -> {
        return "Claim %s is %s: there is nothing to ask the payer."
            .formatted(claim.controlNumber(), claim.status().title().toLowerCase(Locale.ROOT));
      }
    }
    var onItsWay = onTheirWay.delivery(claim);
    if (onItsWay.isPresent()) {
      return "Claim %s has not arrived: its file %s waits for %s, and the payer cannot know it."
          .formatted(claim.controlNumber(), onItsWay.get().fileName(), onItsWay.get().connection());
    }
    boolean isOpen =
        jdbc.sql(
                    """
                    select count(*)
                    from status_inquiry
                    where claim_id = :claim and answered_at is null and refused is null and asked_at > :since
                    """)
                .param("claim", claim.id().value())
                .param("since", Timestamp.from(clock.instant().minus(PATIENCE)))
                .query(Long.class)
                .single()
            > 0;
    return isOpen
        ? "Claim %s was asked about within two days; the answer is still to come."
            .formatted(claim.controlNumber())
        : "";
  }

  private ExchangedFile ask(Payer payer, List<BilledClaim> asked) {
    var practice = organizations.current();
    var inquiries = new ArrayList<ClaimStatusInquiry>();
    for (BilledClaim claim : asked) {
      String trace = "ST%06d".formatted(files.nextNumber("status"));
      inquiries.add(inquiry(practice, payer, claim, trace));
      jdbc.sql(
              """
              insert into status_inquiry (claim_id, trace, asked_by, asked_at)
              values (:claim, :trace, :by, :now)
              """)
          .param("claim", claim.id().value())
          .param("trace", trace)
          .param("by", Acting.actor().name())
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
    var envelope = routes.envelope(payer, "276");
    byte[] bytes =
        X12Writer.claimStatusInquiries(envelope, interchanges.groupNumber(envelope), inquiries);
    var file = deliveries.send(payer, "276", envelope, bytes);
    for (int i = 0; i < asked.size(); i++) {
      var claim = asked.get(i);
      String trace = inquiries.get(i).trace();
      jdbc.sql("update status_inquiry set exchanged_file_id = :file where trace = :trace")
          .param("file", file.id())
          .param("trace", trace)
          .update();
      claims.note(claim.id(), "Asked the payer", "Where it stands, question " + trace);
      audit.record("asked status", "claim", claim.id(), claim.patientId().value(), trace);
    }
    return file;
  }

  private ClaimStatusInquiry inquiry(
      Organization practice, Payer payer, BilledClaim billed, String trace) {
    Claim claim = billed.snapshot();
    var references = new ArrayList<Reference>();
    if (billed.payerClaimControlNumber() != null) {
      references.add(new Reference("1K", billed.payerClaimControlNumber()));
    }
    if (claim.billType() != null) references.add(new Reference("BLT", claim.billType()));
    references.add(new Reference("EJ", billed.controlNumber()));
    return new ClaimStatusInquiry(
        trace,
        parties(practice, claim, routes.payerNumber(payer, "276")),
        claim.totalCharge(),
        claim.servedFrom().orElse(billed.servedFrom()),
        claim.servedThrough().orElse(billed.servedFrom()),
        references,
        List.of());
  }

  private static StatusParties parties(Organization practice, Claim claim, PayerId number) {
    var subscriber = claim.subscriber();
    var patient = claim.patient();
    var npi = claim.billingProvider().npi();
    boolean isSubscriber = patient.relationship() == Relationship.SELF;
    return new StatusParties(
        new Party(
            new OrganizationName(claim.payer().name()),
            claim.payer().idQualifier(),
            number.value()),
        null,
        new Party(new OrganizationName(practice.name()), "46", practice.npi().value()),
        List.of(new Party(claim.billingProvider().name(), "XX", npi == null ? "" : npi.value())),
        new Insured(
            new Party(
                subscriber.name(),
                "MI",
                subscriber.memberId() == null ? "" : subscriber.memberId().value()),
            isSubscriber ? subscriber.bornOn() : null,
            isSubscriber ? subscriber.sex() : null),
        isSubscriber
            ? null
            : new Insured(new Party(patient.name(), null, null), patient.bornOn(), patient.sex()));
  }

  /// Keeps an answer beside its question and in the claim's timeline.
  ///
  /// @return false when no question of that trace waits for an answer
  public boolean answered(ClaimStatus answer) {
    var words = StatusInWords.of(answer);
    var claim =
        jdbc.sql(
                """
                update status_inquiry
                set answered_at = :now, answer = :answer::jsonb, in_words = :words
                where trace = :trace and answered_at is null
                returning claim_id
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("answer", json.write(answer))
            .param("words", words)
            .param("trace", answer.trace())
            .query(Long.class)
            .optional();
    claim.ifPresent(id -> claims.note(new ClaimId(id), "Payer answered", words));
    var asked = AskedInStatus.of(answer);
    if (asked.isEmpty()) return claim.isPresent();
    var about = claim.map(ClaimId::new).or(() -> named(answer));
    about.ifPresent(id ->
        requests.ask(
            id,
            RecordRequest.Source.STATUS,
            asked.get().codes(),
            claim.isPresent() ? null : answer.trace(),
            words,
            asked.get().on().orElse(organizations.today()),
            answer.respondBy()));
    return about.isPresent();
  }

  /// The payer's system has refused a whole file of questions: they may be asked again at once.
  ///
  /// @param fileId the file that refuses
  public void refused(long questionFileId, String why, long fileId) {
    jdbc.sql(
            """
            update status_inquiry set refused = :why
            where exchanged_file_id = :file and answered_at is null
            returning claim_id
            """)
        .param("why", why)
        .param("file", questionFileId)
        .query(Long.class)
        .list()
        .forEach(id -> claims.answered(new ClaimId(id), "Question refused", why, fileId));
  }

  /// The payer's system has taken a file of questions although something of it is wrong.
  ///
  /// @param fileId the file that says so
  public void taken(long questionFileId, String remark, long fileId) {
    jdbc.sql(
            "select claim_id from status_inquiry where exchanged_file_id = :file order by claim_id")
        .param("file", questionFileId)
        .query(Long.class)
        .list()
        .forEach(
            id -> claims.answered(new ClaimId(id), "Question taken with errors", remark, fileId));
  }

  /// Whether the payer has answered since the claim was sent last that it does not find it
  /// (category D0 of code list 507).
  @Transactional(readOnly = true)
  public boolean isNotFound(BilledClaim claim) {
    return jdbc.sql(
            """
            select i.answer #>> '{statements,0,codes,0,category}'
            from status_inquiry i
            join claim c using (claim_id)
            where i.claim_id = :claim and i.answered_at is not null and i.asked_at >= c.last_sent_at
            order by i.status_inquiry_id desc
            limit 1
            """)
        .param("claim", claim.id().value())
        .query(String.class)
        .optional()
        .filter(NOT_FOUND::equals)
        .isPresent();
  }

  // A request that answers no question of ours names our claim, or the payer's number of it.
  private Optional<ClaimId> named(ClaimStatus answer) {
    Optional<BilledClaim> found = Optional.empty();
    for (Reference reference : answer.references()) {
      if (found.isPresent()) break;
      found =
          switch (reference.qualifier()) {
            case "EJ", "D9" -> claims.findByControlNumber(reference.value());
            case "1K" -> claims.findByPayerNumber(reference.value());
            default -> Optional.empty();
          };
    }
    return found.map(BilledClaim::id);
  }
}
