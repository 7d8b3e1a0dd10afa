using System.Globalization;
using ApiSpec;
using Hitachi.JP1.AutomaticOperation;

namespace RetryFailedTask;

/// <summary>Writes what happened, for a person to read.</summary>
internal sealed class ConsoleReport(TextWriter output)
{
    private const int Column = 20;

    public void Server(Uri address, bool isEmbedded)
        => output.WriteLine(isEmbedded ? $"Embedded server at {address}, responding with the examples of the reference" : $"Server {address}");

    public void Step(string title, ApiOperation operation)
    {
        output.WriteLine();
        output.WriteLine(title);
        Row("operation", operation.ToString());
        Row("request", $"{operation.Method} {operation.PathTemplate}");
    }

    public void Roles(AutomaticOperationRoles roles) => Row("who may call it", roles.ToString());

    public void Status(ApiResponse response)
        => Row("response", response.Meaning is { } meaning
            ? Words(meaning)
            : $"{response.StatusCode} {response.ReasonPhrase}, which the reference does not list");

    public void Action(ActionObject action)
    {
        Row("name", action.Name);
        Row("method", action.Method);
        Row("href", action.Href);
        Row("parameters", action.Parameters is { Count: > 0 } parameters ? string.Join(", ", parameters.Select(static value => value.GetRawText())) : "none");
    }

    public void Result(OperationResult result)
    {
        Row("instanceId", result.InstanceId);
        Row("state", result.State.ToString());
        Moment("created", result.Created);
        Moment("updated", result.Updated);
        Moment("completed", result.Completed);
        foreach (var resource in result.AffectedResources ?? [])
            Row("affected", resource);
    }

    public void Error(ApiException<ErrorInfo> exception)
    {
        if (exception.Meaning is { } meaning)
            Row("response", Words(meaning));
        if (exception.Error is not { } error)
            return;
        Row("messageID", error.MessageID);
        Row("message", error.Message);
        Row("application", error.Application);
        Row("errorSource", error.ErrorSource);
    }

    public void Note(string text) => Row("", text);

    private void Moment(string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
            Row(name, known.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
    }

    private void Row(string name, string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            output.WriteLine(("  " + name).PadRight(Column) + line);
            name = "";
        }
    }

    private static string Words(ApiStatus status) => status.ToString();
}
