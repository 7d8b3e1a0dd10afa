using System.Globalization;
using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the status codes of an operation as an enum whose values are the codes.</summary>
internal static class StatusEnumEmitter
{
    public static void Write(CodeWriter writer, GeneratedOperation operation)
    {
        writer.WriteSummary($"The status codes that the reference lists for {operation.Id}. The value is the code{OfFurtherRows(operation)}");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{operation.Context.Accessibility} enum {operation.StatusEnum}");
        writer.WriteSummary("A status that the reference does not list.");
        writer.Write("Undocumented = 0,");
        foreach (var status in operation.Statuses)
        {
            writer.Write();
            writer.WriteSummary(DescribeWithBody(status));
            writer.Write($"{status.CSharpName} = {status.Value.ToString(CultureInfo.InvariantCulture)},");
        }

        writer.Close();
    }

    private static string OfFurtherRows(GeneratedOperation operation)
        => operation.Statuses.Any(static status => status.Value != status.Code) ? "; if a code has several rows, that of the first." : ".";

    /// <summary>A row of the status table, and for a failure with a separate body, how to get it.</summary>
    public static string DescribeWithBody(StatusMember status)
    {
        var type = status switch
        {
            { IsResult: false, OwnBody.Type: { } body } => TypeWords.Of(body),
            { IsResult: false, OwnBody.Kind: ResponseKind.Text } => "String",
            _ => null,
        };
        return type is null ? Describe(status) : $"{Describe(status).TrimEnd('.')}. TryGetBody returns its body: {type}.";
    }

    /// <summary>A row of the status table in one line: <c>404 Not found: The resource does not exist.</c></summary>
    public static string Describe(StatusMember status)
        => status.CodeText
            + (status.ErrorCode is null ? "" : $" with the error {status.ErrorCode}")
            + (status.Message is null ? "" : $" {status.Message}")
            + (status.Description is null ? "" : $": {status.Description}");
}
