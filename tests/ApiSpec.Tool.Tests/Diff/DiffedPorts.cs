using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests.Diff;

/// <summary>A reference with one section, of which tests change a part.</summary>
internal static class DiffedPorts
{
    public const string Api = """
        api: demo
        client: DemoClient
        manuals: { V1: The first, V2: The second }
        roles: { Admin: Everything, Guest: Reading }
        authentication:
          - basic
          - header X-Key
        schemas:
          Port:
            number: int 1..100
            label?: string
            state: enum on|off
            peer?: Port
        """;

    public const string Section = """
        title: Change a port
        function: Changes one port.
        operation: Ports.Change
        roles: [Admin, Guest]
        request: PUT /ports/{id}
        path:
          id: int
        query:
          mode?: enum fast|slow
          limit?: int 1..50 default 10
          trace: string
        headers:
          X-Tag?: string
        body:
          name: string 1..30
          note?: string or null
          kind: string always port
          inner:
            depth: int
        status:
          200 OK: Done
          404 Not found: There is no such port
        error codes:
          7: Too busy
        response:
          ports: Port[]
          total: int
          comment?: string or null
        """;

    /// <summary>Writes the reference into a folder.</summary>
    public static void WritePorts(this ToolFolder files, string folder, string section, string api)
        => files.Write(folder + "/api.apispec.yaml", api + "\n").Write(folder + "/change.apispec.yaml", "api: demo\n" + section + "\n");
}
