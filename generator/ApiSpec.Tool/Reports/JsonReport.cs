using System.Text.Json;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Tool.Check;

namespace ApiSpec.Tool.Reports;

/// <summary>Writes one JSON object, for programs.</summary>
internal sealed class JsonReport : ReportWriter
{
    public override void Write(CheckResult result, ToolConsole console)
        => console.Output.WriteLine(ReportJson.Of(writer => Write(writer, result)));

    private static void Write(Utf8JsonWriter writer, CheckResult result)
    {
        writer.WriteStartObject();
        writer.WriteNumber("files", result.Files);
        writer.WriteNumber("errors", result.Count(SpecSeverity.Error));
        writer.WriteNumber("warnings", result.Count(SpecSeverity.Warning));
        writer.WriteNumber("information", result.Count(SpecSeverity.Info));
        writer.WriteStartArray("diagnostics");
        foreach (var finding in result.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("file", finding.File);
            writer.WriteNumber("line", finding.Line);
            writer.WriteNumber("column", finding.Column);
            writer.WriteNumber("endLine", finding.EndLine);
            writer.WriteNumber("endColumn", finding.EndColumn);
            writer.WriteString("severity", SeverityOverrides.NameOf(finding.Severity));
            writer.WriteString("id", finding.Id);
            writer.WriteString("title", finding.Diagnostic.Rule.Title);
            writer.WriteString("message", finding.Diagnostic.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
