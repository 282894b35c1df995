package org.cleanclaim.app.contract;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.identifier.PayerId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is known of payers: one payer has many numbers, by clearinghouse and kind of file, and
/// address and phones.
@Component
@Transactional
public class PayerDirectory {
  /// The kinds of files that may name a payer by a number of their own; empty for every one.
  public static final List<String> KINDS = List.of("", "837P", "837I", "270", "276", "278");

  private final JdbcClient jdbc;
  private final Payers payers;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  PayerDirectory(
      JdbcClient jdbc,
      Payers payers,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.payers = payers;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /// Where it sits and whom to call.
  @Transactional(readOnly = true)
  public PayerContact contact(Payer payer) {
    return jdbc.sql(
            """
            select address_line, city, state, postal_code, appeals_address_line, appeals_city, appeals_state,
              appeals_postal_code, claims_phone, eligibility_phone, authorization_phone, portal,
              usual_answer_days
            from payer_contact
            where payer_id = :payer
            """)
        .param("payer", payer.id())
        .query((row, n) ->
            new PayerContact(
                row.getString("address_line"),
                row.getString("city"),
                row.getString("state"),
                row.getString("postal_code"),
                PayerContact.address(
                    row.getString("appeals_address_line"),
                    row.getString("appeals_city"),
                    row.getString("appeals_state"),
                    row.getString("appeals_postal_code")),
                row.getString("claims_phone"),
                row.getString("eligibility_phone"),
                row.getString("authorization_phone"),
                row.getString("portal"),
                row.getObject("usual_answer_days", Integer.class)))
        .optional()
        .orElse(PayerContact.NONE);
  }

  /// Whom to call about claims; empty when nobody has entered it.
  @Transactional(readOnly = true)
  public String claimsPhone(long payerId) {
    return contact(payers.get(payerId)).claimsPhone();
  }

  /// Keeps where it sits and whom to call.
  public void keep(Payer payer, PayerContact contact) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    var appeals = contact.appealsAddress();
    requirePlace(contact.state(), contact.postalCode());
    if (appeals != null) requirePlace(text(appeals.state()), text(appeals.postalCode()));
    var days = contact.usualAnswerDays();
    if (days != null && (days < 1 || days > 365)) {
      throw new DirectoryRefusal("The usual days of an answer are 1 to 365.");
    }
    jdbc.sql(
            """
            insert into payer_contact (payer_id, address_line, city, state, postal_code, appeals_address_line, appeals_city,
              appeals_state, appeals_postal_code, claims_phone, eligibility_phone,
              authorization_phone, portal, usual_answer_days, saved_by, saved_at)
            values (:payer, :line, :city, :state, :zip, :appealsLine, :appealsCity, :appealsState, :appealsZip, :claims, :eligibility, :authorization, :portal, :days, :actor, :now)
            on conflict (payer_id) do update
            set address_line = excluded.address_line, city = excluded.city, state = excluded.state,
              postal_code = excluded.postal_code, appeals_address_line = excluded.appeals_address_line,
              appeals_city = excluded.appeals_city, appeals_state = excluded.appeals_state,
              appeals_postal_code = excluded.appeals_postal_code, claims_phone = excluded.claims_phone,
              eligibility_phone = excluded.eligibility_phone, authorization_phone = excluded.authorization_phone,
              portal = excluded.portal, usual_answer_days = excluded.usual_answer_days, saved_by = excluded.saved_by,
              saved_at = excluded.saved_at
            """)
        .param("payer", payer.id())
        .param("line", contact.addressLine())
        .param("city", contact.city())
        .param("state", contact.state())
        .param("zip", contact.postalCode())
        .param("appealsLine", appeals == null ? "" : appeals.line1())
        .param("appealsCity", appeals == null ? "" : appeals.city())
        .param("appealsState", appeals == null ? "" : text(appeals.state()))
        .param("appealsZip", appeals == null ? "" : text(appeals.postalCode()))
        .param("claims", contact.claimsPhone())
        .param("eligibility", contact.eligibilityPhone())
        .param("authorization", contact.authorizationPhone())
        .param("portal", contact.portal())
        .param("days", days)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("kept the contact", "payer", payer.id(), null, null);
  }

  private static void requirePlace(String state, String postalCode) {
    if (!state.matches("([A-Z]{2})?")) {
      throw new DirectoryRefusal("A state is written in two letters such as OH.");
    }
    if (!postalCode.matches("([0-9]{5}([0-9]{4})?)?")) {
      throw new DirectoryRefusal("A ZIP code has five or nine digits.");
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// Changes the name, the number that claims go to, the filing limit and the shape of member
  /// numbers. Claims that were billed keep what they have; running filing clocks follow.
  ///
  /// @throws DirectoryRefusal when a field cannot be, or the number is that of another payer
  public void keep(Payer payer) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    if (payer.name().isBlank()) throw new DirectoryRefusal("A payer needs a name.");
    if (payer.timelyFilingDays() < 1 || payer.timelyFilingDays() > 3650) {
      throw new DirectoryRefusal("The days for filing a claim are 1 to 3650.");
    }
    refuseTaken(payer);
    payers.change(payer);
    audit.record("changed", "payer", payer.id(), null, payer.slug());
    events.publishEvent(new PayerChanged(payer.id()));
  }

  private void refuseTaken(Payer payer) {
    boolean isNumberTaken =
        payers.all().stream()
            .anyMatch(p ->
                p.electronicId().equals(payer.electronicId()) && !p.slug().equals(payer.slug()));
    if (isNumberTaken) {
      throw new DirectoryRefusal(
          "The number %s of %s is that of another payer. Nothing was taken over."
              .formatted(payer.electronicId().value(), payer.slug()));
    }
  }

  /// All numbers of a payer.
  @Transactional(readOnly = true)
  public List<PayerIdentifier> identifiers(Payer payer) {
    return jdbc.sql(
            """
            select clearinghouse, kind, identifier from payer_identifier
            where payer_id = :payer
            order by clearinghouse, kind
            """)
        .param("payer", payer.id())
        .query((row, n) ->
            new PayerIdentifier(
                row.getString("clearinghouse"), row.getString("kind"), row.getString("identifier")))
        .list();
  }

  /// Replaces the numbers of a payer.
  public void keep(Payer payer, List<PayerIdentifier> identifiers) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    for (PayerIdentifier one : identifiers) {
      if (!KINDS.contains(one.kind())) {
        throw new DirectoryRefusal(
            "\"%s\" is no kind of file; there are %s, or nothing for all of them."
                .formatted(one.kind(), String.join(", ", KINDS.subList(1, KINDS.size()))));
      }
      if (!one.identifier().matches("[0-9A-Za-z]{2,20}")) {
        throw new DirectoryRefusal(
            "\"%s\" is no payer number: it has 2 to 20 letters and digits."
                .formatted(one.identifier()));
      }
    }
    long places =
        identifiers.stream().map(i -> i.clearinghouse() + "\t" + i.kind()).distinct().count();
    if (places != identifiers.size()) {
      throw new DirectoryRefusal("One clearinghouse and kind of file has one number only.");
    }
    jdbc.sql("delete from payer_identifier where payer_id = :payer")
        .param("payer", payer.id())
        .update();
    for (PayerIdentifier one : identifiers) {
      jdbc.sql(
              """
              insert into payer_identifier (payer_id, clearinghouse, kind, identifier)
              values (:payer, :clearinghouse, :kind, :identifier)
              """)
          .param("payer", payer.id())
          .param("clearinghouse", one.clearinghouse())
          .param("kind", one.kind())
          .param("identifier", one.identifier())
          .update();
    }
    audit.record("kept the numbers", "payer", payer.id(), null, null);
  }

  /// The number by which a payer is named in a file: that of clearinghouse and kind, else of the
  /// clearinghouse, else of the kind, else the one that claims go to.
  ///
  /// @param clearinghouse name of the connection that the file takes, empty when it takes none
  @Transactional(readOnly = true)
  public PayerId number(Payer payer, String clearinghouse, String kind) {
    return identifiers(payer).stream()
        .filter(i -> i.clearinghouse().isEmpty() || i.clearinghouse().equals(clearinghouse))
        .filter(i -> i.kind().isEmpty() || i.kind().equals(kind))
        .max(
            Comparator.comparing((PayerIdentifier i) -> !i.clearinghouse().isEmpty())
                .thenComparing(i -> !i.kind().isEmpty()))
        .map(i -> new PayerId(i.identifier()))
        .orElse(payer.electronicId());
  }

  /// A payer as a line of the directory's table.
  @Transactional(readOnly = true)
  public DirectoryFile.Entry entry(Payer payer) {
    return new DirectoryFile.Entry(payer, contact(payer), identifiers(payer));
  }

  /// Takes over a table: new payers are added; those on file become what the table says. The whole
  /// table or nothing.
  ///
  /// @return how many payers it named
  public int takeOver(String csv) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    var entries = DirectoryFile.read(csv);
    for (DirectoryFile.Entry entry : entries) {
      refuseTaken(entry.payer());
      var payer = payers.register(entry.payer());
      var wanted = entry.of(payer);
      if (!wanted.equals(payer)) keep(wanted);
      keep(payer, entry.contact());
      keep(payer, entry.identifiers());
    }
    return entries.size();
  }
}
