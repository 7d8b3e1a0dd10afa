using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes what makes JsonSerializer read and write a type as its contract does.</summary>
internal static class SerializerConverter
{
    /// <summary>The attribute of the type.</summary>
    public const string Attribute = "[global::System.Text.Json.Serialization.JsonConverter(typeof(JsonConverter))]";

    // A class per type, and public: the generator of System.Text.Json writes 'new' for it in other projects, and nothing is looked up by reflection.
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
