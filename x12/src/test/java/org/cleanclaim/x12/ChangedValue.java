package org.cleanclaim.x12;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.jspecify.annotations.Nullable;

/// Changes one typed value somewhere inside a transaction's records: an amount, a date, a quantity,
/// a name, a number or a code. Everything else stays equal.
///
/// Left alone are codes that say what a segment is (its qualifier), because a changed one makes
/// another segment, and values that follow from others: a patient who is the subscriber, the last
/// day of a period that is one day.
final class ChangedValue {
  private static final Set<String> STRUCTURE =
      Set.of(
          "qualifier",
          "idQualifier",
          "list",
          "level",
          "entity",
          "kind",
          "function",
          "category",
          "reportType",
          "segment",
          "basis",
          "procedureQualifier",
          "handling",
          "facilityList",
          "placeList",
          "validity",
          "unit");

  private final int target;
  private int count;
  private String path = "";

  private ChangedValue(int target) {
    this.target = target;
  }

  /// How many values can be changed.
  static int count(Transaction transaction) {
    var counting = new ChangedValue(-1);
    counting.changed(transaction, "");
    return counting.count;
  }

  /// @param transaction with one value changed
  /// @param path which one, such as `.claims[0].totalCharge`
  record Change(Transaction transaction, String path) {}

  static Change of(Transaction transaction, int which) {
    var changing = new ChangedValue(which);
    var changed = (Transaction) changing.changed(transaction, "");
    return new Change(changed, changing.path);
  }

  private @Nullable Object changed(@Nullable Object value, String at) {
    return switch (value) {
      case null -> null;
      case Transaction.Header header ->
          header.begun((Transaction.Beginning) changed(header.beginning(), at + ".beginning"));
      case Npi npi -> isNext(at) ? other(npi) : npi;
      case String text -> !text.isBlank() && isNext(at) ? other(text) : text;
      case Money money -> isNext(at) ? money.plus(Money.ofCents(101)) : money;
      case LocalDate day -> isNext(at) ? day.minusDays(1) : day;
      case BigDecimal number -> isNext(at) ? number.add(BigDecimal.ONE) : number;
      case QualifiedDate date -> date(date, at);
      case List<?> list -> list(list, at);
      case Record aRecord -> isCode(aRecord) ? code(aRecord, at) : record(aRecord, at);
      default -> value;
    };
  }

  private boolean isNext(String at) {
    boolean isNext = count == target;
    if (isNext) path = at;
    count++;
    return isNext;
  }

  private QualifiedDate date(QualifiedDate date, String at) {
    LocalDate from = date.from();
    LocalDate through = date.through();
    if (from == null || through == null || !isNext(at)) return date;
    return new QualifiedDate(
        date.qualifier(),
        from.minusDays(1),
        date.isPeriod() ? through : through.minusDays(1),
        date.time(),
        date.isPeriod());
  }

  private List<@Nullable Object> list(List<?> list, String at) {
    var all = new ArrayList<@Nullable Object>();
    for (int i = 0; i < list.size(); i++) all.add(changed(list.get(i), at + "[" + i + "]"));
    return all;
  }

  private static boolean isCode(Record value) {
    String home = value.getClass().getPackageName();
    return home.endsWith(".code") || home.endsWith(".identifier");
  }

  /// Another value of a checked type, when a simple change gives one.
  private Record code(Record value, String at) {
    Object[] values = values(value);
    if (!(values[0] instanceof String text) || text.equals("??") || !isNext(at)) return value;
    return Stream.of(other(text), "A" + text.substring(1), "1" + text.substring(1))
        .map(other -> {
          values[0] = other;
          return madeOf(value, values);
        })
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(value);
  }

  /// Empty when the values are none of the type.
  private static Optional<Record> madeOf(Record like, Object[] values) {
    try {
      return Optional.of(constructor(like).newInstance(values));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private Record record(Record value, String at) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] before = values(value);
    Object[] after = before.clone();
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      boolean isOfSubscriber =
          name.equals("patient") && value instanceof Claim claim && isSelf(claim);
      boolean isDerived = isOfSubscriber || (isLastDay(name) && isOneDay(components, before));
      if (STRUCTURE.contains(name) || isDerived) continue;
      after[i] = changed(before[i], at + "." + name);
    }
    if (Arrays.equals(before, after)) return value;
    follow(components, before, after);
    try {
      Record made = constructor(value).newInstance(after);
      return made instanceof Claim claim && isSelf(claim) ? sameAsSubscriber(claim) : made;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static boolean isSelf(Claim claim) {
    return claim.patient().relationship() == Relationship.SELF;
  }

  private static Claim sameAsSubscriber(Claim claim) throws ReflectiveOperationException {
    var subscriber = claim.subscriber();
    var patient =
        new ClaimPatient(
            subscriber.name(),
            subscriber.bornOn(),
            subscriber.sex(),
            subscriber.address(),
            Relationship.SELF);
    Object[] values = values(claim);
    RecordComponent[] components = Claim.class.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals("patient")) values[i] = patient;
    }
    return (Claim) constructor(claim).newInstance(values);
  }

  private static boolean isLastDay(String name) {
    return name.equals("servedThrough") || name.equals("through");
  }

  private static boolean isOneDay(RecordComponent[] components, Object[] values) {
    Object from = firstDay(components, values);
    Object served = value(components, values, "servedThrough");
    return from != null
        && from.equals(served != null ? served : value(components, values, "through"));
  }

  private static @Nullable Object firstDay(RecordComponent[] components, Object[] values) {
    Object served = value(components, values, "servedFrom");
    return served != null ? served : value(components, values, "from");
  }

  /// The last day follows the first when both are one.
  private static void follow(RecordComponent[] components, Object[] before, Object[] after) {
    if (!isOneDay(components, before)) return;
    for (int i = 0; i < components.length; i++) {
      if (isLastDay(components[i].getName())) {
        after[i] = Objects.requireNonNull(firstDay(components, after));
      }
    }
  }

  private static @Nullable Object value(
      RecordComponent[] components, Object[] values, String name) {
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) return values[i];
    }
    return null;
  }

  private static Object[] values(Record value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    var values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        components[i].getAccessor().setAccessible(true);
        values[i] = components[i].getAccessor().invoke(value);
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
    return values;
  }

  private static Constructor<? extends Record> constructor(Record value)
      throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(value.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<? extends Record> constructor = value.getClass().getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }

  private static Npi other(Npi npi) {
    return new Npi(npi.value().equals("1234567893") ? "1245319599" : "1234567893");
  }

  /// The same text with another last character, of the same kind.
  private static String other(String text) {
    char last = text.charAt(text.length() - 1);
    char next =
        switch (last) {
          case '9' -> '1';
          case 'Z' -> 'A';
          case 'z' -> 'a';
          default -> Character.isLetterOrDigit(last) ? (char) (last + 1) : 'X';
        };
    return text.substring(0, text.length() - 1) + next;
  }
}
