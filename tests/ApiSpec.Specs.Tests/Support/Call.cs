using Hitachi.JP1.AutomaticOperation;

namespace ApiSpec.Specs.Tests.Support;

/// <summary>The input of a call of any operation.</summary>
/// <param name="Client">The generated client.</param>
/// <param name="Id">The instance ID of the resource.</param>
/// <param name="PrintedBody">The request body printed in the reference; null: none.</param>
internal sealed record Call(AutomaticOperationClient Client, long Id, string? PrintedBody = null)
{
    /// <summary>Returns the printed body, or an equivalent one.</summary>
    public T Body<T>(ApiJson<T> json, T other) => PrintedBody is null ? other : json.Parse(PrintedBody);

    /// <summary>Returns the action object of a resource.</summary>
    public ActionObject Action(string resource, string name)
        => Body(ActionObject.Json, new ActionObject { Name = name, Href = Href(resource, name), Method = "POST", Parameters = [] });

    /// <summary>Returns the URL for the action object of a resource.</summary>
    public string Href(string resource, string name) => $"http://10.196.184.238:22015/Automation/v1/objects/{resource}/{Id}/actions/{name}/invoke";
}

/// <summary>The result of a call of any operation.</summary>
/// <param name="Response">Status and headers.</param>
/// <param name="Body">The typed body; null: none.</param>
/// <param name="Json">The typed body, written as JSON; null: it has no JSON.</param>
internal sealed record Reply(ApiResponse Response, object? Body, string? Json);
