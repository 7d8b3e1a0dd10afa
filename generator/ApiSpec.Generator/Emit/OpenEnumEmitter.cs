using System.Globalization;
using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes an open enum: a struct with the string from the server, so that undocumented values are kept.</summary>
internal static class OpenEnumEmitter
{
    public static void Write(CodeWriter writer, GeneratedOpenEnum model, TargetFramework target)
    {
        var name = model.Name;
        writer.WriteDocumentation(model.Documentation, $"Values of {name}.");
        writer.Write($$"""
            {{GeneratedFile.Attribute}}
            {{SerializerConverter.Attribute(name, target)}}
            """);
        var contract = model.Number is null ? IEnumValue : INumberValue;
        var declaration = $"{model.Context.Accessibility} readonly partial struct {name} : global::System.IEquatable<{name}>, {contract}";
        writer.Open(SerializerConverter.Declare(declaration, name, target));
        writer.Write($$"""
            private static readonly string[] Names = { {{string.Join(", ", model.Values.Select(static value => SafeText.Literal(value.Value)))}} };

            private readonly string? _value;

            string? {{IEnumValue}}.Text => _value;

            """);
        WriteConstructor(writer, name);
        WriteTryParse(writer, name);
        if (model.Number is { } number)
            WriteNumber(writer, name, number, new TypeText(target));
        foreach (var value in model.Values)
        {
            writer.WriteSummary(Describe(value));
            writer.WriteObsolete(value.Deprecated);
            writer.Write($$"""
                public static {{name}} {{value.Name}} => new {{name}}({{SafeText.Literal(value.Value)}});

                """);
        }

        WriteMembers(writer, name);
        WriteKnown(writer, model);
        SerializerConverter.Write(writer, name, target);
        WriteContract(writer, model);
        writer.Close();
    }

    private static string Describe(OpenEnumValue value) => value.Description ?? $"The value '{value.Value}'.";

    private static void WriteConstructor(CodeWriter writer, string name)
    {
        writer.WriteSummary("Creates a value from its string, whether the reference lists it or not.");
        writer.Write($$"""
            /// <param name="value">The sent and received string.</param>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="value"/> is null.</exception>
            public {{name}}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));

            """);
    }

    // For the parameters of web applications, which look for a method of this name and form.
    private static void WriteTryParse(CodeWriter writer, string name)
    {
        writer.WriteSummary("Creates a value from its string, whether the reference lists it or not.");
        writer.Write($$"""
            /// <param name="value">The sent and received string.</param>
            /// <param name="result">The value.</param>
            /// <returns>Whether there is a string.</returns>
            public static bool TryParse(string? value, out {{name}} result)
            {
                result = value is null ? default : new {{name}}(value);
                return value is not null;
            }

            """);
    }

    private static void WriteNumber(CodeWriter writer, string name, CodeType number, TypeText types)
    {
        var type = types.OfNonNull(number);
        writer.WriteSummary("Creates a value from a number.");
        writer.Write($$"""
            /// <param name="value">The number.</param>
            public {{name}}({{type}} value) => _value = {{TextValue}}.ToText(value);

            """);
        writer.WriteSummary("The number as a value.");
        writer.Write($$"""
            /// <param name="value">The number.</param>
            public static implicit operator {{name}}({{type}} value) => new {{name}}(value);

            """);
        writer.WriteSummary("The number; null if the value is a word.");
        writer.Write($$"""
            public {{type}}? Number => {{NumberText}}.{{number.Kind.ToString()}}(_value);

            """);
    }

    private static void WriteMembers(CodeWriter writer, string name)
        => writer.Write($$"""
            /// <summary>The sent and received string; empty for a value that was never set.</summary>
            public string Value => _value ?? "";

            /// <summary>The value for a <c>switch</c>; <see cref="Known.Unlisted"/> when the reference does not list it.</summary>
            public Known ToKnown() => (Known)(global::System.Array.IndexOf(Names, Value) + 1);

            /// <summary>Two values are equal if their strings are equal. Case is significant.</summary>
            public bool Equals({{name}} other) => string.Equals(Value, other.Value, global::System.StringComparison.Ordinal);

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => global::System.StringComparer.Ordinal.GetHashCode(Value);

            /// <summary>The sent and received string.</summary>
            public override string ToString() => Value;

            /// <summary>Returns whether two values are the same string.</summary>
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

            /// <summary>Returns whether two values are different strings.</summary>
            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

            """);

    private static void WriteKnown(CodeWriter writer, GeneratedOpenEnum model)
    {
        writer.WriteSummary("The values that the reference lists.");
        writer.Open("public enum Known");
        writer.WriteSummary("A value that the reference does not list.");
        writer.Write("Unlisted = 0,");
        for (var i = 0; i < model.Values.Count; i++)
        {
            writer.Write();
            writer.WriteSummary(Describe(model.Values[i]));
            writer.WriteObsolete(model.Values[i].Deprecated);
            writer.Write($"{model.Values[i].Name} = {(i + 1).ToString(CultureInfo.InvariantCulture)},");
        }

        writer.Close();
        writer.Write();
    }

    private static void WriteContract(CodeWriter writer, GeneratedOpenEnum model)
    {
        var name = model.Name;
        // If the page lists only some of the values, any string is a value, also for the choice of an alternative.
        var other = model.IsOpen ? $"{JsonRead}.String(ref reader)" : $$"""{{JsonRead}}.Unlisted(ref reader, "{{name}}")""";
        var form = model.Number is null ? "a JSON string and writes it as one" : "JSON and writes it, numbers as numbers and words as strings";
        var shape = model.IsOpen || model.Number is not null ? "" : $"\n    protected override {JsonShape} CreateShape() => {JsonShape}.Enum(Values);\n";
        writer.Write($$"""
            /// <summary>Reads the value from {{form}}.</summary>
            public static {{ApiJson}}<{{name}}> Json { get; } = new JsonContract();

            private sealed class JsonContract : {{ApiJson}}<{{name}}>
            {
                private static readonly {{JsonMembers}} Values = new {{JsonMembers}}(Names);

                public override {{name}} Read(ref {{Utf8JsonReader}} reader)
                {{{(model.Number is null ? "" : $"\n        if ({NumberText}.Read(ref reader) is {{ }} number)\n            return new {name}(number);")}}
                    int index = Values.MatchValue(ref reader);
                    return new {{name}}(index >= 0 ? Names[index] : {{other}});
                }
            {{shape}}
                public override void Write({{Utf8JsonWriter}} writer, {{name}} value)
                    => {{(model.Number is null ? $"{JsonWrite}.Enum" : $"{NumberText}.Write")}}(writer, value._value, "{{name}}");

                {{JsonSchemaEmitter.Of(model)}}
            }
            """);
    }
}
