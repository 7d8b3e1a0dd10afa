using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads <c>success when</c>, <c>error code in</c>, <c>error message in</c> and <c>error codes</c>, of an API file or a section.</summary>
internal static class OutcomeReader
{
    public const string SuccessWhen = "success when";
    public const string ErrorCodeIn = "error code in";
    public const string ErrorMessageIn = "error message in";
    public const string ErrorCodes = "error codes";

    /// <summary>The keys of an error code row in long form.</summary>
    public static readonly string[] RowKeys = ["description", "transient", "csharp"];

    public static OutcomeDeclaration Read(ReadingContext context, MappingReader keys)
    {
        var outcomes = new OutcomeDeclaration
        {
            SuccessWhen = ReadCondition(context, keys, SuccessWhen),
            ErrorCodeIn = ReadName(context, keys, ErrorCodeIn),
            ErrorMessageIn = ReadName(context, keys, ErrorMessageIn),
            ErrorCodes = ReadCodes(context, keys),
        };
        return outcomes.Equals(OutcomeDeclaration.None) ? OutcomeDeclaration.None : outcomes;
    }

    /// <summary>Returns a condition; null if the key is missing, or after a diagnostic if its value is not a condition.</summary>
    public static Condition? ReadCondition(ReadingContext context, MappingReader keys, string key)
    {
        if (keys.Scalar(key) is not { } scalar)
            return null;
        var parsed = ConditionText.Parse(scalar.Value);
        if (parsed.Condition is null)
            context.Report(SpecRules.InvalidCondition, scalar, scalar.Value.Trim(), parsed.Advice);
        return parsed.Condition;
    }

    /// <summary>Returns the codes of <c>error codes</c>: a table of codes and meanings, or a list of codes.</summary>
    public static ErrorCodeTable ReadCodes(ReadingContext context, MappingReader keys)
    {
        if (keys.Find(ErrorCodes) is not { } entry || entry.Value.IsBroken)
            return ErrorCodeTable.Empty;
        var pointer = keys.PointerOf(ErrorCodes);
        var codes = new List<ErrorCodeDeclaration>();
        var isOpen = false;
        switch (entry.Value)
        {
            case YamlMapping mapping:
                foreach (var row in mapping.Entries)
                {
                    if (row.Name == TypeParser.Rest)
                    {
                        RowReader.ReadRest(context, mapping, row, pointer);
                        isOpen = true;
                    }
                    else if (IsCode(context, row.Name, context.Text.SpanOf(row.Key)))
                    {
                        codes.Add(ReadRow(context, row, pointer + "/" + row.Name));
                    }
                }

                break;
            case YamlSequence:
                foreach (var word in keys.Words(ErrorCodes))
                {
                    isOpen |= word.Text == TypeParser.Rest;
                    if (word.Text == TypeParser.Rest)
                        context.Open.Add(pointer, "further rows", word.Span);
                    else if (IsCode(context, word.Text, word.Span))
                        codes.Add(new ErrorCodeDeclaration { Code = word.Text.Trim(), Pointer = word.Pointer });
                }

                break;
            case YamlScalar { Value: TypeParser.Unknown }:
                context.Open.Add(pointer, null, context.Text.SpanOf(entry.Value));
                return new ErrorCodeTable(IsOpen: true, []);
            case YamlScalar { IsMissing: true }:
                context.Report(SpecRules.MissingValue, entry.Key, ErrorCodes);
                break;
            default:
                context.Report(
                    SpecRules.WrongShape, entry.Key, ErrorCodes,
                        "a table of codes and meanings, or a list such as '[106, 107]'; name the member in 'error code in'", "text");
                break;
        }

        return new ErrorCodeTable(isOpen, codes.ToEquatableArray());
    }

    private static bool IsCode(ReadingContext context, string text, SpecSpan span)
    {
        if (text.Trim().Length > 0)
            return true;
        context.Report(SpecRules.InvalidName, span, text, "an error code", "write the code before the colon");
        return false;
    }

    private static string? ReadName(ReadingContext context, MappingReader keys, string key)
    {
        if (keys.Find(key) is { Value: YamlMapping or YamlSequence } entry)
        {
            if (!entry.Value.IsBroken)
                context.Report(SpecRules.WrongShape, entry.Key, key, "the name of a member of 'error'; list the codes under 'error codes:'",
                    ReadingContext.Describe(entry.Value));
            return null;
        }

        return keys.Text(key)?.Trim();
    }

    private static ErrorCodeDeclaration ReadRow(ReadingContext context, YamlEntry entry, string pointer)
    {
        var code = new ErrorCodeDeclaration { Code = entry.Name.Trim(), Pointer = pointer };
        switch (entry.Value)
        {
            case { IsBroken: true } or YamlScalar { IsMissing: true }:
                return code;
            case YamlScalar scalar:
                return code with { Description = scalar.Value.TrimEnd('\n') };
            case YamlMapping mapping:
                var row = new MappingReader(context, mapping, pointer);
                row.CheckKeys(RowKeys);
                return code with { Description = row.Text("description"), Transient = row.YesNo("transient"), CSharpName = row.CSharpName() };
            default:
                context.Report(SpecRules.WrongShape, entry.Key, entry.Name, "text or a mapping", "a list");
                return code;
        }
    }
}
