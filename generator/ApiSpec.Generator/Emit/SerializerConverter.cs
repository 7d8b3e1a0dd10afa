using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the converter that lets JsonSerializer use the contract of a type.</summary>
internal static class SerializerConverter
{
    /// <summary>The attribute of the type.</summary>
    public const string Attribute = "[global::System.Text.Json.Serialization.JsonConverter(typeof(JsonConverter))]";

    // Each type has a public class, because the generator of System.Text.Json creates it with 'new' in other projects. So no reflection is needed.
    public static void Write(CodeWriter writer, string type)
    {
        writer.WriteSummary("Reads and writes the type with JsonSerializer.");
        writer.Write("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Open($"public sealed class JsonConverter : {ApiJsonConverter}<{type}>");
        writer.WriteSummary("Creates a converter.");
        writer.Write($$"""
            public JsonConverter() : base({{type}}.Json)
            {
            }
            """);
        writer.Close();
    }
}
