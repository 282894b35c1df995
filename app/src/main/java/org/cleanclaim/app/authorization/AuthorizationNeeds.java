package org.cleanclaim.app.authorization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which services need a payer's leave: the list of its directory entry, and rules that the
/// practice keeps by code, setting and days.
@Component
@Transactional
public class AuthorizationNeeds {
  private static final Pattern PLACE = Pattern.compile("[0-9]{2}");

  /// A service to ask about.
  public record Service(ProcedureCode procedure, LocalDate servedOn) {}

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;
  private final ReadOnce<Long, List<AuthorizationRule>> ofPractice =
      new ReadOnce<>(practices -> Map.of(practices.iterator().next(), read()));

  AuthorizationNeeds(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// Adds a rule.
  ///
  /// @param codes a code or a range
  /// @param place null for every setting
  /// @param through last day; null for an open end
  public void add(
      Payer payer,
      String codes,
      @Nullable String place,
      LocalDate from,
      @Nullable LocalDate through,
      String source) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var range =
        ServiceRange.of(codes.strip())
            .orElseThrow(() ->
                new AuthorizationRefusal(
                    "\"%s\" is no code such as 97110 and no range such as 97110-97150."
                        .formatted(codes)));
    if (place != null && !PLACE.matcher(place).matches()) {
      throw new AuthorizationRefusal("A place of service has two digits, for example 22.");
    }
    if (through != null && through.isBefore(from)) {
      throw new AuthorizationRefusal("The rule ends before it begins.");
    }
    if (source.isBlank()) {
      throw new AuthorizationRefusal("Say where the payer asks for it: a page, a letter, a call.");
    }
    jdbc.sql(
            """
            insert into authorization_rule (payer_id, first_code, last_code, place_of_service, effective, source,
              saved_by, saved_at)
            values (:payer, :first, :last, :place, daterange(:from, :until), :source, :actor, :now)
            """)
        .param("payer", payer.id())
        .param("first", range.first())
        .param("last", range.last())
        .param("place", place)
        .param("from", from)
        .param("until", through == null ? null : through.plusDays(1))
        .param("source", source.strip())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("added", "authorization rule", payer.slug() + " " + range, null, source);
  }

  /// Ends a rule: a day after the last it no longer holds.
  public void end(UUID id, LocalDate last, String reason) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var rule = all().stream().filter(r -> r.publicId().equals(id)).findFirst().orElseThrow();
    if (last.plusDays(1).isBefore(rule.period().from())) {
      throw new AuthorizationRefusal("The last day lies before the first day of the rule.");
    }
    jdbc.sql(
            """
            update authorization_rule set effective = daterange(lower(effective), :until)
            where public_id = :id
            """)
        .param("until", last.plusDays(1))
        .param("id", id)
        .update();
    audit.record("ended", "authorization rule", rule.payer() + " " + rule.codes(), null, reason);
  }

  /// All rules that hold on some day, payer by payer.
  @Transactional(readOnly = true)
  public List<AuthorizationRule> all() {
    return ofPractice.get(Acting.actor().organizationId());
  }

  private List<AuthorizationRule> read() {
    return jdbc.sql(
            """
            select r.public_id, r.payer_id, p.name, r.first_code, r.last_code, r.place_of_service,
              lower(r.effective) as from_day, upper(r.effective) as until_day, r.source, r.saved_by
            from authorization_rule r
              join payer p using (payer_id)
            where not isempty(r.effective)
            order by p.name, r.first_code, lower(r.effective)
            """)
        .query((row, n) ->
            new AuthorizationRule(
                row.getObject("public_id", UUID.class),
                row.getLong("payer_id"),
                row.getString("name"),
                new ServiceRange(row.getString("first_code"), row.getString("last_code")),
                row.getString("place_of_service"),
                new EffectivePeriod(
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("until_day", LocalDate.class)),
                row.getString("source"),
                row.getString("saved_by")))
        .list();
  }

  /// The codes among services of one claim that need the payer's leave.
  @Transactional(readOnly = true)
  public Set<ProcedureCode> of(
      Payer payer, @Nullable PlaceOfService place, List<Service> services) {
    var needed = new HashSet<ProcedureCode>(payer.authorizationRequired());
    var rules = all().stream().filter(rule -> rule.payerId() == payer.id()).toList();
    for (AuthorizationRule rule : rules) {
      String setting = rule.placeOfService();
      if (setting != null && (place == null || !setting.equals(place.value()))) continue;
      for (Service service : services) {
        if (rule.codes().contains(service.procedure())
            && rule.period().contains(service.servedOn())) {
          needed.add(service.procedure());
        }
      }
    }
    return Set.copyOf(needed);
  }
}
