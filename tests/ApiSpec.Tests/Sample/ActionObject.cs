using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Tests.Sample;

/// <summary>A record with its contract, as the generator emits it. It keeps unknown members.</summary>
public sealed record ActionObject
{
    public string Name { get; init; } = "rerunStart";

    public string Href { get; init; } = "";

    public string Method { get; init; } = "POST";

    public IReadOnlyList<JsonElement>? Parameters { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement>? AdditionalMembers { get; init; }

    public static ApiJson<ActionObject> Json { get; } = new JsonContract();

    private sealed class JsonContract : ApiJson<ActionObject>
    {
        private static readonly JsonMembers Members = new("name", "href", "method", "parameters");

        public override ActionObject Read(ref Utf8JsonReader reader)
        {
            var name = "rerunStart";
            var href = "";
            var method = "POST";
            IReadOnlyList<JsonElement>? parameters = [];
            Dictionary<string, JsonElement>? unknown = null;
            ulong seen = 0;
            var next = 0;
            JsonRead.StartObject(ref reader, "ActionObject", 4);
            while (JsonRead.NextMember(ref reader))
            {
                switch (Members.Match(ref reader, ref next))
                {
                    case 0: name = JsonRead.String(ref reader); seen |= 1UL << 0; break;
                    case 1: href = JsonRead.String(ref reader); seen |= 1UL << 1; break;
                    case 2: method = JsonRead.String(ref reader); seen |= 1UL << 2; break;
                    case 3: parameters = JsonRead.IsNull(ref reader) ? null : JsonRead.List(ref reader, ApiJson.Element); seen |= 1UL << 3; break;
                    default: JsonRead.Unknown(ref reader, ref unknown); break;
                }
            }

            JsonRead.Require(ref reader, Members, 0xFUL, seen, 0);
            return new ActionObject { Name = name, Href = href, Method = method, Parameters = parameters, AdditionalMembers = JsonRead.ToMap(unknown) };
        }

        public override void Write(Utf8JsonWriter writer, ActionObject value)
        {
            writer.WriteStartObject();
            JsonWrite.String(writer, Members[0], value.Name);
            if (value.Href is null)
                JsonWrite.MissingRequired("ActionObject", "href");
            JsonWrite.String(writer, Members[1], value.Href);
            JsonWrite.String(writer, Members[2], value.Method);
            if (value.Parameters is null)
                JsonWrite.Null(writer, Members[3]);
            else
                JsonWrite.List(writer, Members[3], ApiJson.Element, value.Parameters);
            JsonWrite.Unknown(writer, value.AdditionalMembers);
            writer.WriteEndObject();
        }
    }
}
