using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the converter that lets JsonSerializer use the contract of a type.</summary>
/// <remarks>
/// The library has one converter for all types that have their contract as a static member of an interface. Where interfaces cannot have static members,
/// each type has a class. Both are public, because the generator of System.Text.Json creates them with 'new' in other projects. So no reflection is needed.
/// </remarks>
internal static class SerializerConverter
{
    /// <summary>Returns the attribute of the type.</summary>
    public static string Attribute(string type, TargetFramework target)
    {
        var converter = target.HasStaticAbstractMembers ? $"{ApiContractConverter}<{type}>" : "JsonConverter";
        return $"[global::System.Text.Json.Serialization.JsonConverter(typeof({converter}))]";
    }

    /// <summary>Returns the declaration of the type with the interface that the converter needs.</summary>
    public static string Declare(string declaration, string type, TargetFramework target)
        => target.HasStaticAbstractMembers
            ? $"{declaration}{(declaration.Contains(" : ") ? "," : " :")} {IApiContract}<{type}>"
            : declaration;

    /// <summary>Writes the class, if the type needs one.</summary>
    public static void Write(CodeWriter writer, string type, TargetFramework target)
    {
        if (target.HasStaticAbstractMembers)
            return;
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
        writer.Write();
    }
}
