package org.cleanclaim.app.storage;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.cleanclaim.kernel.party.PartyName;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes kernel records to `jsonb` columns and reads them back unchanged: their components that
/// say something, and nothing that follows from them.
@Component
public final class JsonColumns {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PartyName.PersonName.class, name = "person"),
    @JsonSubTypes.Type(value = PartyName.OrganizationName.class, name = "organization")
  })
  private interface NamedKind {}

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addMixIn(PartyName.class, NamedKind.class)
          .changeDefaultPropertyInclusion(present -> present.withValueInclusion(Include.NON_NULL))
          .changeDefaultVisibility(of -> of.withIsGetterVisibility(Visibility.NONE))
          // What was stored before a record had a list has an empty one.
          .withConfigOverride(
              List.class,
              list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  public <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }

  public <T> List<T> readList(String json, Class<T> type) {
    return mapper.readValue(
        json, mapper.getTypeFactory().constructCollectionType(List.class, type));
  }
}
