variable "name" {
  description = "Name of the cluster, and the first part of all names"
  type        = string
}

variable "domain" {
  description = "Domain of the cluster's name"
  type        = string
}

variable "talos_version" {
  type = string
}

variable "talos_contract" {
  description = "Talos version that machine configs are written for"
  type        = string
}

variable "kubernetes_version" {
  type = string
}

variable "image" {
  description = "Image Factory, what it builds, and what Glance is told about it"
  type = object({
    factory_url = string
    schematic   = string
    properties  = map(string)
  })
}

variable "network" {
  type = object({
    cidr             = string
    external_network = string
    dns_servers      = list(string)
  })
}

variable "access" {
  description = "Networks that may use the APIs, and SSH to the load balancer"
  type = object({
    kubernetes_api = list(string)
    talos_api      = list(string)
    ssh            = list(string)
  })
}

variable "load_balancer" {
  type = object({
    flavor   = string
    image    = string
    key_pair = string
  })
}

variable "dns" {
  type = object({
    zone = string
    ttl  = number
  })
}

variable "pools" {
  description = "Control plane and workers, by name"
  type = map(object({
    role   = string
    count  = number
    flavor = string
    policy = string
    labels = optional(map(string), {})
    taints = optional(list(object({ key = string, value = string, effect = string })), [])
  }))
}

variable "server_group_size" {
  type    = number
  default = 5
}

variable "directory" {
  description = "Directory of secrets.yaml and machine configs; patches/ROLE/ holds the patches of a role"
  type        = string
  default     = "talos"
}
