using System.Globalization;
using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes a union: a record with a value of one of several types, or an unknown value.</summary>
internal static class UnionEmitter
{
    private const string NotNull = "value ?? throw new global::System.ArgumentNullException(nameof(value))";

    public static void Write(CodeWriter writer, GeneratedUnion union, TargetFramework target)
    {
        var types = new TypeText(target);
        var values = new ValueExpressions(types);
        writer.WriteDocumentation(union.Documentation, $"One of {string.Join(", ", union.Alternatives.Select(static alternative => alternative.Name))}.");
        writer.Write($$"""
            {{GeneratedFile.Attribute}}
            {{SerializerConverter.Attribute(union.Name, target)}}
            """);
        writer.Open(SerializerConverter.Declare($"{union.Context.Accessibility} sealed partial record {union.Name}", union.Name, target));
        WriteAlternatives(writer, union, types, target);
        WriteOther(writer, union, target);
        writer.WriteSummary("Reads the value from JSON, by the differences between the alternatives, and writes it to JSON.");
        writer.Write($$"""
            public static {{ApiJson}}<{{union.Name}}> Json { get; } = new JsonContract();

            """);
        SerializerConverter.Write(writer, union.Name, target);
        WriteContract(writer, union, types, values);
        writer.Close();
    }

    private static string FieldOf(string property) => LocalNames.Field(new LocalNames().Take(property));

    private static void WriteAlternatives(CodeWriter writer, GeneratedUnion union, TypeText types, TargetFramework target)
    {
        writer.Write($$"""
            private {{union.Name}}()
            {
            }

            """);
        var constructed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alternative in union.Alternatives)
        {
            var type = types.OfNonNull(alternative.Type);
            writer.WriteSummary($"The value when it is {Words(alternative, types)}; null otherwise.");
            ContentProperty.Write(writer, alternative.Type, $"{type}?", alternative.Name, FieldOf(alternative.Name), $"private {target.Setter}");
            writer.Write();
            if (constructed.Add(type))
                WriteConstructor(writer, union, alternative, type, types);
            else
                WriteFactory(writer, union, alternative, type, types);
        }
    }

    private static void WriteConstructor(CodeWriter writer, GeneratedUnion union, UnionAlternative alternative, string type, TypeText types)
    {
        writer.WriteSummary($"Holds {Words(alternative, types)}.");
        writer.Write($$"""
            /// <param name="value">The value.</param>
            public {{union.Name}}({{type}} value) => {{alternative.Name}} = {{Checked(alternative, types)}};

            """);
        // C# does not allow conversions from interfaces.
        if (!alternative.Type.IsCollection)
        {
            writer.WriteSummary($"Holds {Words(alternative, types)}.");
            writer.Write($$"""
                /// <param name="value">The value.</param>
                public static implicit operator {{union.Name}}({{type}} value) => new {{union.Name}}(value);

                """);
        }
    }

    // Two alternatives with the same C# type cannot both have a constructor.
    private static void WriteFactory(CodeWriter writer, GeneratedUnion union, UnionAlternative alternative, string type, TypeText types)
    {
        var name = alternative.Name;
        writer.WriteSummary($"Holds {Words(alternative, types)}.");
        writer.Write($$"""
            /// <param name="value">The value.</param>
            public static {{union.Name}} Of{{name}}({{type}} value) => new {{union.Name}} { {{name}} = {{Checked(alternative, types)}} };

            """);
    }

    private static string Checked(UnionAlternative alternative, TypeText types)
        => types.IsValueType(alternative.Type) ? "value"
            : alternative.Type.IsCollection ? new CollectionExpressions(types).Whole(alternative.Type, NotNull)
            : NotNull;

    private static string Words(UnionAlternative alternative, TypeText types)
        => (alternative.Type.IsQuoted, types.Kind(alternative.Type)) switch
        {
            _ when alternative.Type.IsEmbedded => "a value that is JSON in a string",
            (true, CodeTypeKind.Boolean) => "true or false in quotation marks",
            (true, _) => "a number in quotation marks",
            (_, CodeTypeKind.String) when alternative.Type.Kind == CodeTypeKind.String => "a string",
            (_, CodeTypeKind.String) => $"a {alternative.Type.Kind.ToString().ToLowerInvariant()}, as text",
            (_, CodeTypeKind.Boolean) => "true or false",
            (_, CodeTypeKind.Int32 or CodeTypeKind.Int64) => "a whole number",
            (_, CodeTypeKind.Double or CodeTypeKind.Decimal) => "a number",
            (_, CodeTypeKind.Date) => "a date",
            (_, CodeTypeKind.Time) => "a time of day",
            (_, CodeTypeKind.DateTime) => "a point in time",
            (_, CodeTypeKind.Duration) => "a duration",
            (_, CodeTypeKind.Uuid) => "a UUID",
            (_, CodeTypeKind.Bytes) => "bytes",
            (_, CodeTypeKind.List) => "a list",
            (_, CodeTypeKind.Csv) => "a comma-separated list in one string",
            (_, CodeTypeKind.Map) => "a map",
            _ => $"a value of type {alternative.Name}",
        };

    private static void WriteOther(CodeWriter writer, GeneratedUnion union, TargetFramework target)
    {
        writer.WriteSummary("The JSON of a value that is of none of the types; null otherwise.");
        ContentProperty.Write(writer, new CodeType { Kind = CodeTypeKind.Element }, $"{JsonElement}?", "Other", FieldOf("Other"), $"private {target.Setter}");
        writer.Write();
        writer.WriteSummary("Holds a value that the reference does not describe.");
        writer.Write($$"""
            /// <param name="value">The JSON of the value.</param>
            public {{union.Name}}({{JsonElement}} value) => Other = value;

            """);
    }

    // The number of values of each alternative can only be checked when the list is complete.
    private static void WriteNumbers(CodeWriter writer, GeneratedUnion union)
    {
        var counted = union.Alternatives.Where(static alternative => alternative.Number is not null).ToList();
        if (counted.Count == 0)
            return;
        writer.Write();
        writer.Open($"protected override void CheckNumbers(global::System.Collections.Generic.IReadOnlyList<{union.Name}> values)");
        foreach (var alternative in counted)
            writer.Write($"int {CamelOf(alternative.Name)} = 0;");
        writer.Open("foreach (var value in values)");
        foreach (var alternative in counted)
            writer.Write($$"""
                if (value?.{{alternative.Name}} is not null)
                    {{CamelOf(alternative.Name)}}++;
                """);
        writer.Close();
        writer.Write();
        foreach (var alternative in counted)
        {
            var number = alternative.Number!;
            var minimum = number.Minimum.ToString(CultureInfo.InvariantCulture);
            var maximum = number.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "null";
            writer.Write($"{JsonCheck}.Number({SafeText.Literal(number.Name)}, {CamelOf(alternative.Name)}, {minimum}, {maximum});");
        }

        writer.Close();
    }

    private static void WriteContract(CodeWriter writer, GeneratedUnion union, TypeText types, ValueExpressions values)
    {
        var contracts = new ContractFields(types, values);
        var body = new CodeWriter();
        body.Open($"protected override {union.Name} Read(ref {Utf8JsonReader} reader, int alternative)");
        body.Open("switch (alternative)");
        for (var i = 0; i < union.Alternatives.Count; i++)
        {
            body.Write($$"""
                case {{i.ToString(CultureInfo.InvariantCulture)}}:
                    return new {{union.Name}} { {{union.Alternatives[i].Name}} = {{values.Read(union.Alternatives[i].Type, contracts)}} };
                """);
        }

        body.Write($$"""
            default:
                return new {{union.Name}} { Other = {{JsonRead}}.Element(ref reader) };
            """);
        body.Close();
        body.Close();
        body.Write();
        body.Open($"public override void Write({Utf8JsonWriter} writer, {union.Name} value)");
        foreach (var alternative in union.Alternatives)
        {
            body.Write($$"""
                if (value.{{alternative.Name}} is { } {{CamelOf(alternative.Name)}})
                {
                    {{contracts.Use(alternative.Type)}}.Write(writer, {{CamelOf(alternative.Name)}});
                    return;
                }

                """);
        }

        body.Write($"{ApiJson}.Element.Write(writer, value.Other.GetValueOrDefault());");
        body.Close();
        RequestCheckEmitter.Write(body, union, contracts);
        WriteNumbers(body, union);
        JsonSchemaEmitter.Write(body, union, values, contracts);

        var shapes = union.Alternatives.Select(alternative => $"{contracts.Use(alternative.Type)}.Shape,").ToList();
        writer.Open($"private sealed class JsonContract : {UnionJson}<{union.Name}>");
        contracts.Write(writer);
        writer.Write($$"""

            public JsonContract()
                : base(static () => new {{JsonShape}}[]
                {
            """);
        foreach (var shape in shapes)
            writer.Write($"        {shape}");
        writer.Write("""
                })
            {
            }

            """);
        writer.Write(body);
        writer.Close();
    }

    private static string CamelOf(string name) => $"as{name}";
}
