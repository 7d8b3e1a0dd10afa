using System.Text;
using System.Text.Json;
using ApiSpec.Language.Reference;
using ApiSpec.Tool.Reports;

namespace ApiSpec.Tool.Roles;

/// <summary>The calls of assemblies to one API, and the roles that they need.</summary>
/// <param name="Api">The short name of the API; null: methods of the program with roles of any API.</param>
/// <param name="Least">The smallest sets of roles that allow every call.</param>
/// <param name="Calls">The called methods, starting with the narrowest need.</param>
/// <param name="IsChecked">Whether the caller stated its roles for this API, so that they were compared with the calls.</param>
internal sealed record ApiRoleNeeds(string? Api, IReadOnlyList<IReadOnlyList<string>> Least, IReadOnlyList<NeededCall> Calls, bool IsChecked);

/// <summary>A called method, and its callers.</summary>
internal sealed record NeededCall(string Callee, IReadOnlyList<string> Roles, IReadOnlyList<string> Callers, bool IsRefused);

/// <summary>Groups calls by API, and writes the result.</summary>
internal static class RolesReport
{
    /// <param name="calls">All calls that need a role.</param>
    /// <param name="caller">The roles that the caller has; null: not stated.</param>
    public static IReadOnlyList<ApiRoleNeeds> Of(IEnumerable<RoleCall> calls, CallerRoles? caller)
        => [.. calls.GroupBy(static call => call.Required.Api, StringComparer.Ordinal).OrderBy(static api => api.Key, StringComparer.Ordinal)
            .Select(api => Of(api.Key, [.. api], caller?.Find(api.Key)))];

    public static string Text(IReadOnlyList<ApiRoleNeeds> apis, bool isAsked)
    {
        if (apis.Count == 0)
            return "No call needs a role.\n";
        var text = new StringBuilder();
        foreach (var api in apis)
        {
            if (text.Length > 0)
                text.Append('\n');
            var name = api.Api ?? "Calls of your own methods";
            if (isAsked && !api.IsChecked)
            {
                text.Append(name).Append(": not checked, because --as names no role for it.\n");
            }
            else if (isAsked)
            {
                var refused = api.Calls.Where(static call => call.IsRefused).ToList();
                text.Append(name).Append(refused.Count == 0 ? ": every call is allowed.\n"
                    : refused.Count == 1 ? ": one method may not be called.\n"
                    : $": {refused.Count} methods may not be called.\n");
                Append(text, refused);
            }
            else
            {
                text.Append(name)
                    .Append(api.Least.Count == 1 && api.Least[0].Count == 1 ? " needs " : api.Least[0].Count == 1 ? " needs any of " : " needs several roles: ")
                    .AppendJoin(api.Least[0].Count == 1 ? ", " : "; or ", api.Least.Select(static set => string.Join(" and ", set))).Append(", because of\n");
                Append(text, api.Calls);
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(PlainLine.Of));
    }

    public static string Json(IReadOnlyList<ApiRoleNeeds> apis) => Reports.ReportJson.Of(writer => Write(writer, apis)) + "\n";

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<ApiRoleNeeds> apis)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("apis");
        foreach (var api in apis)
        {
            writer.WriteStartObject();
            writer.WriteString("api", api.Api);
            writer.WriteBoolean("checked", api.IsChecked);
            writer.WriteStartArray("least");
            foreach (var set in api.Least)
                writer.WriteList(null, set);
            writer.WriteEndArray();
            writer.WriteStartArray("calls");
            foreach (var call in api.Calls)
            {
                writer.WriteStartObject();
                writer.WriteString("method", call.Callee);
                writer.WriteList("needsOneOf", call.Roles);
                writer.WriteList("from", call.Callers);
                if (api.IsChecked)
                    writer.WriteBoolean("refused", call.IsRefused);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ApiRoleNeeds Of(string? api, IReadOnlyList<RoleCall> calls, IReadOnlyCollection<string>? caller)
    {
        var methods = calls.GroupBy(static call => (call.Callee, Roles: string.Join('\n', call.Required.Roles)))
            .Select(group => new NeededCall(
                group.Key.Callee,
                group.First().Required.Roles,
                [.. group.Select(static call => call.Caller).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                caller is not null && !group.First().Required.Roles.Any(caller.Contains)))
            .OrderBy(static call => call.Roles.Count).ThenBy(static call => call.Callee, StringComparer.Ordinal).ToList();
        return new ApiRoleNeeds(api, LeastRoles.Of([.. methods.Select(static method => method.Roles)]), methods, caller is not null);
    }

    private static void Append(StringBuilder text, IEnumerable<NeededCall> calls)
    {
        foreach (var call in calls)
            text.Append("  ").Append(call.Callee).Append(" (").AppendJoin(", ", call.Roles).Append("), called in ").AppendJoin(", ", call.Callers).Append('\n');
    }
}
