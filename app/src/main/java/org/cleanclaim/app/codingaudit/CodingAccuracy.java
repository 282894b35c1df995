package org.cleanclaim.app.codingaudit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What closed audits come to, as finally decided. Work counts in the month in which its chart was
/// made final, whenever it was audited.
@Component
@Transactional(readOnly = true)
public class CodingAccuracy {
  private final JdbcClient jdbc;
  private final Organizations organizations;

  CodingAccuracy(JdbcClient jdbc, Organizations organizations) {
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  /// What a report asks for; null asks for everything.
  ///
  /// @param from first day on which the charts were made final
  /// @param to last such day
  public record Asked(
      @Nullable String person,
      @Nullable Element element,
      @Nullable Topic topic,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    public static final Asked ALL = new Asked(null, null, null, null, null);

    /// What the actor asks for: without the right to see everybody's, the person that is not named
    /// is oneself.
    ///
    /// @param person null or blank where nobody is named
    public static Asked byActor(
        @Nullable String person,
        @Nullable Element element,
        @Nullable Topic topic,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
      var actor = Acting.actor();
      boolean maySeeAll =
          actor.may(Permission.PLAN_CODING_AUDIT) || actor.may(Permission.MANAGE_STAFF);
      String named = person == null || person.isBlank() ? null : person.strip();
      String own = maySeeAll ? null : actor.name();
      return new Asked(named == null ? own : named, element, topic, from, to);
    }
  }

  /// What a person's codes of an element came to in a month.
  public record Score(
      String person, Element element, String setting, YearMonth month, Tally tally) {}

  /// How often a topic was the matter.
  ///
  /// @param differences all that were marked
  /// @param overturned of these, where the coder was right
  public record TopicCount(Topic topic, String person, int differences, int overturned) {
    /// Differences that stand.
    public int standing() {
      return differences - overturned;
    }
  }

  /// Scores by person, element, kind of visit and month; a topic is not looked at, as codes that
  /// were agreed with have none. Without the right to see all audits, one's own alone.
  public List<Score> scores(Asked asked) {
    return select(
            """
            select person, element, setting,
              to_char(finalized_at at time zone :zone, 'YYYY-MM') as month,
              sum(agreed) as agreed, sum(wrong) as wrong, sum(missed) as missed
            from coding_audit_score
            """,
            """
            group by person, element, setting, month
            order by person, element, setting, month
            """,
            new Asked(asked.person(), asked.element(), null, asked.from(), asked.to()))
        .query((row, n) ->
            new Score(
                row.getString("person"),
                Element.valueOf(row.getString("element")),
                row.getString("setting"),
                YearMonth.parse(row.getString("month")),
                new Tally(row.getInt("agreed"), row.getInt("wrong"), row.getInt("missed"))))
        .list();
  }

  /// Training topics by person, the most frequent first.
  public List<TopicCount> topics(Asked asked) {
    return select(
            """
            select topic, person, sum(differences) as differences, sum(overturned) as overturned
            from coding_audit_score
            """,
            """
              and topic is not null
            group by topic, person
            order by sum(differences) - sum(overturned) desc, topic, person
            """,
            asked)
        .query((row, n) ->
            new TopicCount(
                Topic.valueOf(row.getString("topic")),
                row.getString("person"),
                row.getInt("differences"),
                row.getInt("overturned")))
        .list();
  }

  /// What a person's charts of a month came to, with the goal of the latest audit that drew any.
  public MonthAccuracy ofMonth(StaffMember member, YearMonth month) {
    if (member.userName() == null) return MonthAccuracy.NONE;
    return with(new Asked(member.userName(), null, null, month.atDay(1), month.atEndOfMonth()));
  }

  /// What the actor's own charts came to that were made final from a day on.
  public MonthAccuracy mine(LocalDate from) {
    return with(new Asked(Acting.actor().name(), null, null, from, null));
  }

  private MonthAccuracy with(Asked asked) {
    BigDecimal goal =
        select(
                """
                select a.goal_percent
                from coding_audit_score
                join coding_audit a using (coding_audit_id)
                """,
                "order by a.drawn_at desc, a.coding_audit_id desc limit 1",
                asked)
            .query(BigDecimal.class)
            .optional()
            .orElse(null);
    return MonthAccuracy.of(scores(asked), goal);
  }

  /// What scores come to together.
  public static Tally sum(List<Score> scores) {
    return scores.stream().map(Score::tally).reduce(Tally.NONE, Tally::plus);
  }

  private JdbcClient.StatementSpec select(String select, String rest, Asked asked) {
    String person = asked.person();
    boolean isOwn = person != null && person.equals(Acting.actor().name());
    if (!isOwn) {
      AccessDeniedForActor.unlessEither(Permission.PLAN_CODING_AUDIT, Permission.MANAGE_STAFF);
    }
    String where =
        """
        where (:person::text is null or person = :person)
          and (:element::text is null or element = :element)
          and (:topic::text is null or topic = :topic)
          and (:from::date is null or (finalized_at at time zone :zone)::date >= :from)
          and (:to::date is null or (finalized_at at time zone :zone)::date <= :to)
        """;
    Element element = asked.element();
    Topic topic = asked.topic();
    return jdbc.sql(select + where + rest)
        .param("person", person)
        .param("element", element == null ? null : element.name())
        .param("topic", topic == null ? null : topic.name())
        .param("from", asked.from())
        .param("to", asked.to())
        .param("zone", ZoneId.of(organizations.current().timeZone()).getId());
  }
}
