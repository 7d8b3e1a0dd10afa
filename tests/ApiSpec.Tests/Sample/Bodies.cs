namespace ApiSpec.Tests.Sample;

/// <summary>Bodies that agree with the sample's contracts.</summary>
public static class Bodies
{
    public const string Href = "http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke";

    public const string Action = """{ "name" : "rerunStart", "href" : "HREF", "method" : "POST", "parameters" : [ ] }""";

    public const string Error = """{"errorSource":"x","message":"No such task.","messageID":"KNAE07001-E"}""";

    public static string ActionNamed(string name) => Action.Replace("rerunStart", name, StringComparison.Ordinal);
}
