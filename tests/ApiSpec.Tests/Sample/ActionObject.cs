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
        private static readonly JsonMembers Members = new("ActionObject", 0xF, "name", "href", "method", "parameters");

        public override ActionObject Read(ref Utf8JsonReader reader)
        {
            var name = "rerunStart";
            var href = "";
            var method = "POST";
            IReadOnlyList<JsonElement>? parameters = [];
            Dictionary<string, JsonElement>? unknown = null;
            var json = Members.Start(ref reader);
            while (json.Next(ref reader))
            {
                switch (json.Member)
                {
                    case 0: name = JsonRead.String(ref reader); break;
                    case 1: href = JsonRead.String(ref reader); break;
                    case 2: method = JsonRead.String(ref reader); break;
                    case 3: parameters = JsonRead.IsNull(ref reader) ? null : JsonRead.List(ref reader, ApiJson.Element); break;
                    default: json.Unknown(ref reader, ref unknown); break;
                }
            }

            return new ActionObject { Name = name, Href = href, Method = method, Parameters = parameters, AdditionalMembers = JsonRead.ToMap(unknown) };
        }

        public override void Write(Utf8JsonWriter writer, ActionObject value)
        {
            var json = Members.Start(writer);
            json.String(0, value.Name);
            if (value.Href is null)
                json.MissingRequired(1);
            json.String(1, value.Href);
            json.String(2, value.Method);
            if (value.Parameters is null)
                json.Null(3);
            else
                json.List(3, ApiJson.Element, value.Parameters);
            JsonWrite.Unknown(writer, value.AdditionalMembers);
            json.End();
        }
    }
}
