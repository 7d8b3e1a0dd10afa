using System.Text.Json;
using ApiSpec.Generated;
using ApiSpec.Json;

namespace ApiSpec.Xml;

/// <summary>A contract for JSON that servers can also send as XML.</summary>
internal sealed class XmlContract<T>(ApiJson<T> json, ApiBodyFormat format) : ApiJson<T>
{
    public override bool HasRules => json.HasRules;

    internal override bool TakesNull => json.TakesNull;

    internal override ApiBodyFormat? Format => format;

    public override T Read(ref Utf8JsonReader reader) => json.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value) => json.Write(writer, value);

    public override void Check(T value) => json.Check(value);

    internal override void CheckAll(IReadOnlyList<T> values) => json.CheckAll(values);

    internal override ValueSchema InPlace(SchemaContext context) => context.Of(json);

    protected override JsonShape CreateShape() => json.Shape;
}
