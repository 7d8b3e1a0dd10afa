using System.Globalization;
using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes a union: a record that holds a value of one of several types, or what is none of them.</summary>
internal static class UnionEmitter
{
    private const string Element = "global::System.Text.Json.JsonElement";
    private const string Alternative = "global::ApiSpec.Generated.JsonAlternative";

    public static string Emit(UnionModel union, TargetFramework target)
    {
        var types = new TypeText(target);
        var values = new ValueExpressions(types);
        var writer = GeneratedFile.Begin(union.Context);
        writer.WriteDocumentation(union.Documentation, "One of " + string.Join(", ", union.Alternatives.Select(static alternative => alternative.Name)) + ".");
        writer.Write(GeneratedFile.Attribute);
        writer.Open(union.Context.Accessibility + " sealed partial record " + union.Name);
        foreach (var alternative in union.Alternatives)
            WriteAlternative(writer, union, alternative, types);
        WriteOther(writer, union);
        writer.WriteSummary("Reads the value from JSON, by what tells the alternatives apart, and writes it to JSON.");
        writer.Write("public static global::ApiSpec.ApiJson<" + union.Name + "> Json { get; } = new JsonContract();\n");
        WriteContract(writer, union, types, values);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteAlternative(CodeWriter writer, UnionModel union, UnionAlternative alternative, TypeText types)
    {
        var type = types.OfNonNull(alternative.Type);
        writer.WriteSummary("The value when it is of this type; null otherwise.");
        writer.Write("public " + type + "? " + alternative.Name + " { get; }\n");
        writer.WriteSummary("Holds a value of this type.");
        writer.Write("/// <param name=\"value\">The value.</param>");
        writer.Open("public " + union.Name + "(" + type + " value)");
        if (types.IsValueType(alternative.Type))
            writer.Write(alternative.Name + " = value;");
        else
            writer.Write(alternative.Name + " = value ?? throw new global::System.ArgumentNullException(nameof(value));");
        writer.Close();
        writer.Write();
        // C# allows no conversion from an interface.
        if (!alternative.Type.IsCollection)
        {
            writer.WriteSummary("Holds a value of this type.");
            writer.Write("public static implicit operator " + union.Name + "(" + type + " value) => new " + union.Name + "(value);\n");
        }
    }

    private static void WriteOther(CodeWriter writer, UnionModel union)
    {
        writer.WriteSummary("The JSON of a value that is of none of the types; null otherwise.");
        writer.Write("public " + Element + "? Other { get; }\n");
        writer.WriteSummary("Holds a value that the reference does not describe.");
        writer.Write("/// <param name=\"value\">The JSON of the value.</param>");
        writer.Write("public " + union.Name + "(" + Element + " value) => Other = value;\n");
    }

    private static void WriteContract(CodeWriter writer, UnionModel union, TypeText types, ValueExpressions values)
    {
        var contracts = new ContractFields(types, values);
        var body = new CodeWriter();
        body.Open("public override " + union.Name + " Read(ref global::System.Text.Json.Utf8JsonReader reader)");
        body.Open("switch (" + ValueExpressions.JsonRead + ".PickAlternative(ref reader, Alternatives))");
        for (var i = 0; i < union.Alternatives.Count; i++)
        {
            body.Write("case " + i.ToString(CultureInfo.InvariantCulture) + ":");
            body.Write("    return new " + union.Name + "(" + values.Read(union.Alternatives[i].Type, contracts) + ");");
        }

        body.Write("default:");
        body.Write("    return new " + union.Name + "(" + ValueExpressions.JsonRead + ".Element(ref reader));");
        body.Close();
        body.Close();
        body.Write();
        body.Open("public override void Write(global::System.Text.Json.Utf8JsonWriter writer, " + union.Name + " value)");
        foreach (var alternative in union.Alternatives)
        {
            body.Open("if (value." + alternative.Name + " is { } " + CamelOf(alternative.Name) + ")");
            body.Write(contracts.Use(alternative.Type) + ".Write(writer, " + CamelOf(alternative.Name) + ");");
            body.Write("return;");
            body.Close();
            body.Write();
        }

        body.Write("global::ApiSpec.ApiJson.Element.Write(writer, value.Other.GetValueOrDefault());");
        body.Close();

        writer.Open("private sealed class JsonContract : global::ApiSpec.ApiJson<" + union.Name + ">");
        writer.Open("private static readonly " + Alternative + "[] Alternatives =");
        foreach (var alternative in union.Alternatives)
            writer.Write(Describe(alternative, types) + ",");
        writer.Close(";");
        contracts.Write(writer);
        writer.Write();
        writer.Write(body.ToString().TrimEnd('\n'));
        writer.Close();
    }

    private static string Describe(UnionAlternative alternative, TypeText types) => types.Kind(alternative.Type) switch
    {
        CodeTypeKind.Record => "new " + Alternative + "(new global::ApiSpec.Generated.JsonMembers("
            + string.Join(", ", alternative.MemberNames.Select(SafeText.Literal)) + "), " + RecordLayout.Hex(alternative.Required)
            + (alternative.Constant is null ? "" : ", " + alternative.ConstantMember.ToString(CultureInfo.InvariantCulture) + ", " + SafeText.Literal(alternative.Constant)) + ")",
        CodeTypeKind.List => Alternative + ".Array",
        CodeTypeKind.Boolean => Alternative + ".Boolean",
        CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.Single or CodeTypeKind.Double or CodeTypeKind.Decimal => Alternative + ".Number",
        _ => Alternative + ".String",
    };

    private static string CamelOf(string name) => "as" + name;
}
