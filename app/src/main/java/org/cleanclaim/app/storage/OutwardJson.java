package org.cleanclaim.app.storage;

import com.fasterxml.jackson.annotation.JsonValue;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import tools.jackson.databind.json.JsonMapper;

/// JSON for people and programs outside: amounts as dollars with two decimals, codes as they are
/// written.
public final class OutwardJson {
  private OutwardJson() {}

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
    return builder;
  }

  public static JsonMapper mapper() {
    return teach(JsonMapper.builder()).build();
  }
}
