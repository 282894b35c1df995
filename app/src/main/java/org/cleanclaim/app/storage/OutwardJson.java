package org.cleanclaim.app.storage;

import com.fasterxml.jackson.annotation.JsonValue;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// JSON for people and programs outside: amounts as dollars with two decimals, codes as they are
/// written.
public final class OutwardJson {
  private OutwardJson() {}

  /// An amount of dollars as text or as number, as it is written out.
  private static final class Dollars extends StdDeserializer<Money> {
    Dollars() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString("");
      return Money.parse(text)
          .orElseThrow(() ->
              context.weirdStringException(
                  text, Money.class, "an amount is dollars with two decimals at most"));
    }
  }

  private interface AsWritten {
    @JsonValue
    @Override
    String toString();
  }

  /// Teaches a mapper the forms.
  public static JsonMapper.Builder teach(JsonMapper.Builder builder) {
    for (Class<?> type :
        new Class<?>[] {
          Money.class,
          Carc.class,
          Icd10Cm.class,
          Modifier.class,
          PlaceOfService.class,
          ProcedureCode.class
        }) {
      builder.addMixIn(type, AsWritten.class);
    }
    return builder.addModule(
        new SimpleModule("amounts").addDeserializer(Money.class, new Dollars()));
  }

  public static JsonMapper mapper() {
    return teach(JsonMapper.builder()).build();
  }
}
