using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;

namespace ApiSpec.Wire.Tests;

/// <content>Sections with bodies in XML, and their client.</content>
public sealed partial class XmlTests
{
    private const string Job = """
        body xml:
          jobOperationPayload:
            "@requestId?": string
            jobIds:
              jobId: long[]
            note?: string or null
            hold?: boolean
            options?: map<string>
        response xml:
          mgmtResponse:
            "@responseType": string always operation
            message?: string
            status: boolean
            count?: int or null
            jobs:
              job[]:
                "@id": long
                "@state?": enum held|running
                "#text": string
            tags: string[]
            extra?: unknown
        """;

    // Every form that a value can have.
    private const string Values = """
          values:
            "@at": epoch
            "@mode?": enum a|b
            ms?: epoch-ms or null
            on?: boolean as 0|1
            yes?: boolean as yes|no
            digit?: boolean as "1"|"0"
            quoted?: long as string
            empty?: date-time or ""
            load?: int 0..100 or "N/A"
            both?: int or null or ""
            day?: date as "YYYY/MM/DD"
            moment?: date-time
            ids?: int[] as comma
            inner?: Inner as json
            id?: uuid
            text?: string
            file?: bytes
            many?: boolean[] as comma
            when?: string required when @mode = b
            fixed: string always v1
            stamps?: (epoch)[]

        """;

    private static readonly (string Operation, string Keys)[] Sections =
    [
        ("Values.Put", "request: PUT /values\nbody xml:\n" + Values + "response xml:\n" + Values),
        ("Jobs.Resume", "request: PUT /jobService/resume\nheaders:\n  Accept?: enum application/xml|application/json\n" + Job + "\n"),
        ("Jobs.Envelope", "request: POST /soap\nbody xml:\n  soap:Envelope:\n    \"@xmlns:soap\": string always http://schemas.xmlsoap.org/soap/envelope/\n"
            + "    soap:Body:\n      getJob:\n        id: int\nresponse xml: Envelope\n"),
        ("Jobs.Stop", "request: POST /jobs/stop\nbody xml:\n  stop:\n    id: long 1..9\nsuccess when: result.status = OK\nerror code in: result.code\n"
            + "error codes:\n  J17: The job has ended\nerror xml:\n  result:\n    status: string\n    code?: string\nresponse xml:\n  result:\n"
            + "    status: string\n    stopped: int\n"),
        ("Jobs.Wake", "request: POST /jobs/wake\nsuccess when: result.status = OK\nerror xml:\n  result:\n    status: string\n"),
    ];

    private static readonly Lazy<GeneratedProject> Project = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: JobsClient\nerror xml:\n  fault:\n    message: string\nschemas:\n  Inner:\n    a: int\n  Envelope:\n"
            + "    soap:Envelope:\n      soap:Body:\n        job:\n          name: string\n          parent?: Job\n  Job:\n    name: string\n"
            + "    parent?: Job\n"),
        .. Sections.Select(static (section, index) => new SpecDocument(
            $"s{index}.apispec.yaml",
            $"operation: {section.Operation}\n{section.Keys}status:\n  200 OK: Done\n  404 Not found: No such job\n")),
    ]));

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Value.Load());
}
