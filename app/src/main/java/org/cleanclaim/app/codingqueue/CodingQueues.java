package org.cleanclaim.app.codingqueue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.staff.Credentials;
import org.cleanclaim.app.staff.QueuePermit;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The queues of charts: saved by a manager, worked by coders.
@Component
@Transactional
public class CodingQueues {
  private static final int LONGEST_NAME = 60;
  private static final Set<String> OPEN = Set.of("UNASSIGNED", "IN_PROGRESS", "REOPENED");
  private static final String SELECT =
      """
      select public_id, name, criteria, sequence, credentials, place
      from coding_queue
      """;

  /// A queue with how many charts wait in it.
  public record Counted(CodingQueue queue, int charts) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final QueuedCharts charts;
  private final ChartLocks locks;
  private final Staff staff;
  private final Credentials credentials;
  private final QueueRules rules;
  private final Payers payers;
  private final AuditTrail audit;

  CodingQueues(
      JdbcClient jdbc,
      JsonColumns json,
      QueuedCharts charts,
      ChartLocks locks,
      Staff staff,
      Credentials credentials,
      QueueRules rules,
      Payers payers,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.json = json;
    this.charts = charts;
    this.locks = locks;
    this.staff = staff;
    this.credentials = credentials;
    this.rules = rules;
    this.payers = payers;
    this.audit = audit;
  }

  /// Saves a queue; one of the same name takes the new criteria.
  ///
  /// @throws StaffRefusal when it has no name, a credential that cannot be one, or a criterion that
  ///   no chart can fit
  public CodingQueue save(
      String name,
      QueueCriteria criteria,
      QueueOrder order,
      List<String> anyOfCredentials,
      int place) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    String called = checked(name, criteria, anyOfCredentials);
    jdbc.sql(
            """
            insert into coding_queue (name, criteria, sequence, credentials, place)
            values (:name, :criteria::jsonb, :sequence, :credentials, :place)
            on conflict (organization_id, name) do update
            set criteria = excluded.criteria, sequence = excluded.sequence, credentials = excluded.credentials,
              place = excluded.place
            """)
        .param("name", called)
        .param("criteria", json.write(criteria))
        .param("sequence", order.name())
        .param("credentials", anyOfCredentials.toArray(String[]::new))
        .param("place", place)
        .update();
    audit.record("saved queue", "coding queue", called, null, json.write(criteria));
    return named(called).orElseThrow();
  }

  /// Changes a saved queue, its name too.
  ///
  /// @throws StaffRefusal as when one is saved, when another queue has that name, or when it has
  ///   been taken away
  public void change(CodingQueue wanted) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    String called = checked(wanted.name(), wanted.criteria(), wanted.credentials());
    if (named(called).filter(q -> !q.publicId().equals(wanted.publicId())).isPresent()) {
      throw new StaffRefusal(
          "Another queue is named %s. Give this one a name of its own.".formatted(called));
    }
    int changed =
        jdbc.sql(
                """
                update coding_queue
                set name = :name, criteria = :criteria::jsonb, sequence = :sequence, credentials = :credentials,
                  place = :place
                where public_id = :id
                """)
            .param("name", called)
            .param("criteria", json.write(wanted.criteria()))
            .param("sequence", wanted.order().name())
            .param("credentials", wanted.credentials().toArray(String[]::new))
            .param("place", wanted.place())
            .param("id", wanted.publicId())
            .update();
    if (changed == 0) {
      throw new StaffRefusal("Somebody has removed this queue meanwhile. Save it as a new one.");
    }
    audit.record("changed queue", "coding queue", called, null, json.write(wanted.criteria()));
  }

  private String checked(String name, QueueCriteria criteria, List<String> anyOfCredentials) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw new StaffRefusal("A queue needs a name of at most sixty characters.");
    }
    if (!anyOfCredentials.stream().allMatch(c -> c.matches("[A-Z][A-Z-]{1,9}"))) {
      throw new StaffRefusal("Credentials are two to ten capital letters, for example CCS, CIC.");
    }
    List<String> heard = credentials.known();
    for (String one : anyOfCredentials) {
      if (heard.contains(one)) continue;
      throw new StaffRefusal(
          "Nobody holds \"%s\", and it is no credential that is known, so that nobody would be given a chart. Known are %s."
              .formatted(one, String.join(", ", heard)));
    }
    known("settings", criteria.settings(), names(EncounterSetting.values()));
    known("payerClasses", criteria.payerClasses(), names(PayerClass.values()));
    known("payers", criteria.payers(), payers.all().stream().map(Payer::name).toList());
    Integer oldest = criteria.oldestDays();
    Integer newest = criteria.newestDays();
    if ((oldest != null && oldest < 0) || (newest != null && newest < 0)) {
      throw new StaffRefusal("oldestDays and newestDays count days since the service, 0 or more.");
    }
    if (oldest != null && newest != null && oldest < newest) {
      throw new StaffRefusal(
          "No service is at least %d and at most %d days ago. Exchange the two numbers."
              .formatted(newest, oldest));
    }
    var least = criteria.leastCharge();
    var most = criteria.mostCharge();
    if ((least != null && least.isNegative()) || (most != null && most.isNegative())) {
      throw new StaffRefusal("leastCharge and mostCharge are amounts of 0.00 or more.");
    }
    if (least != null && most != null && most.compareTo(least) < 0) {
      throw new StaffRefusal(
          "No charges are from %s up to %s. Exchange the two amounts.".formatted(least, most));
    }
    return called;
  }

  private static void known(String field, List<String> asked, List<String> known) {
    for (String one : asked) {
      if (known.stream().anyMatch(one::equalsIgnoreCase)) continue;
      throw new StaffRefusal(
          "\"%s\" in %s is not known, so that no chart would fit. Known are %s."
              .formatted(one, field, String.join(", ", known)));
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /// Takes a queue away; its charts stay where they are.
  public void remove(UUID publicId, String reason) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (reason.isBlank()) throw new StaffRefusal("Say why the queue is taken away.");
    var queue = find(publicId).orElseThrow();
    jdbc.sql("delete from coding_queue where public_id = :id").param("id", publicId).update();
    audit.record("removed queue", "coding queue", queue.name(), null, reason.strip());
  }

  @Transactional(readOnly = true)
  public List<CodingQueue> all() {
    return jdbc.sql(SELECT + "order by place, name").query(this::queue).list();
  }

  @Transactional(readOnly = true)
  public Optional<CodingQueue> find(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", publicId)
        .query(this::queue)
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<CodingQueue> named(String name) {
    return jdbc.sql(SELECT + "where name = :name")
        .param("name", name.strip())
        .query(this::queue)
        .optional();
  }

  @Transactional(readOnly = true)
  public List<Counted> counted() {
    LocalDate today = rules.today();
    return all().stream().map(q -> new Counted(q, charts.count(q.criteria(), today))).toList();
  }

  /// A page of the charts that fit criteria, for whoever may read charts. A coder is not shown
  /// those that the queue rules close to the coder.
  @Transactional(readOnly = true)
  public ListPage<QueueRow> charts(
      QueueCriteria criteria, QueueOrder order, WorkFilter filter, int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    QueueOrder wanted = filter.order() == null ? order : filter.order();
    var found = charts.find(criteria, filter, wanted, rules.today(), page);
    if (!Acting.actor().may(Permission.CODE_CHART)) return found;
    QueuePermit permit = rules.permit();
    return found.only(row -> isOpen(permit, row));
  }

  /// Why the actor is given no chart of a queue, in a sentence; empty when nothing stands against
  /// it.
  @Transactional(readOnly = true)
  public Optional<String> refusal(CodingQueue queue) {
    if (queue.credentials().isEmpty() || Acting.actor().isSystem()) return Optional.empty();
    LocalDate today = rules.today();
    boolean qualifies =
        staff.ofUser(Acting.actor().name()).stream()
            .flatMap(m -> credentials.ofMember(m.id()).stream())
            .anyMatch(c -> queue.credentials().contains(c.credential()) && c.qualifies(today));
    return qualifies
        ? Optional.empty()
        : Optional.of(
            "The queue %s takes %s. You have none of these on record, proven and not expired."
                .formatted(queue.name(), String.join(" or ", queue.credentials())));
  }

  /// Gives the actor the next chart of a queue and keeps it for the actor: one the actor has begun,
  /// else the first that nobody has begun or has open. Charts that wait for something are passed
  /// over.
  ///
  /// @throws StaffRefusal when the queue takes a credential that the actor does not hold
  public Optional<QueueRow> next(CodingQueue queue) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    refusal(queue)
        .ifPresent(sentence -> {
          throw new StaffRefusal(sentence);
        });
    String actor = Acting.actor().name();
    return taken(queue, r -> isMine(r, actor))
        .or(() -> taken(queue, r -> r.coder() == null && isOpen(r)));
  }

  private Optional<QueueRow> taken(CodingQueue queue, Predicate<QueueRow> isMeant) {
    for (int page = 1; ; page++) {
      var waiting = charts(queue.criteria(), queue.order(), WorkFilter.NONE, page);
      var taken =
          waiting.rows().stream().filter(isMeant).filter(r -> locks.take(r.chartId())).findFirst();
      if (taken.isPresent() || !waiting.hasNext()) return taken;
    }
  }

  private static boolean isMine(QueueRow row, String actor) {
    return actor.equals(row.coder()) && isOpen(row);
  }

  private static boolean isOpen(QueueRow row) {
    return row.pending().isEmpty() && OPEN.contains(row.status());
  }

  private static boolean isOpen(QueuePermit permit, QueueRow row) {
    return permit.refusal(row.setting(), row.specialty(), row.visitNumber()).isEmpty();
  }

  private CodingQueue queue(ResultSet row, int n) throws SQLException {
    return new CodingQueue(
        row.getObject("public_id", UUID.class),
        row.getString("name"),
        json.read(row.getString("criteria"), QueueCriteria.class),
        QueueOrder.valueOf(row.getString("sequence")),
        Arrays.asList((String[]) row.getArray("credentials").getArray()),
        row.getInt("place"));
  }
}
