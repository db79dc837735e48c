"""The API's defaults: signed in, permitted, JSON only, problem+json, cursor pages."""

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["api.kit.auth.SessionTokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["api.kit.permissions.NamedPermission"],
    "DEFAULT_RENDERER_CLASSES": ["api.kit.json.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["api.kit.json.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "api.kit.pagination.CursorPages",
    "PAGE_SIZE": 50,
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "api.kit.schema.Schema",
    "EXCEPTION_HANDLER": "api.kit.errors.problem",
    "DEFAULT_THROTTLE_CLASSES": ["api.kit.throttles.PerPerson", "api.kit.throttles.PerScope"],
    "DEFAULT_THROTTLE_RATES": {
        "person": "1200/min",
        "address": "600/min",
        "sign_in": "30/min",
        "forgot": "10/min",
        "register": "20/min",
        "link": "30/min",
    },
    "UNAUTHENTICATED_USER": None,
    "COERCE_DECIMAL_TO_STRING": True,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Pitlane",
    "DESCRIPTION": "The live operations system of a vehicle workshop.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "SORT_OPERATIONS": True,
}
