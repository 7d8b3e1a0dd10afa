using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes properties of records. Raw JSON and bytes are stored in a form that records compare by content.</summary>
internal static class ContentProperty
{
    /// <summary>The type of the field that holds values of a type.</summary>
    public static string FieldType(CodeType type, string text) => type.NeedsContentEquality ? $"{ApiValue}<{text}>" : text;

    /// <summary>The expression of the value in such a field.</summary>
    public static string FieldValue(CodeType type, string field) => type.NeedsContentEquality ? $"{field}.Value" : field;

    /// <summary>Writes a public property, and its field if it needs one.</summary>
    /// <param name="writer">Receives the code.</param>
    /// <param name="type">The type of the property.</param>
    /// <param name="text">The type as C#.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="field">The name of its field, if it needs one.</param>
    /// <param name="setter">Its setter, such as <c>init</c>.</param>
    /// <param name="initializer">The initial value; null: the default.</param>
    /// <param name="isRequired">Whether the compiler demands a value.</param>
    public static void Write(
        CodeWriter writer, CodeType type, string text, string name, string field, string setter, string? initializer = null, bool isRequired = false)
    {
        var required = isRequired ? "required " : "";
        var value = initializer is null ? "" : $" = {initializer}";
        if (!type.NeedsContentEquality)
        {
            writer.Write($$"""public {{required}}{{text}} {{name}} { get; {{setter}}; }{{(value.Length == 0 ? "" : $"{value};")}}""");
            return;
        }

        writer.Write($$"""
            public {{required}}{{text}} {{name}}
            {
                get => {{field}}.Value;
                {{setter}} => {{field}} = value;
            }

            private {{FieldType(type, text)}} {{field}}{{value}};
            """);
    }
}
